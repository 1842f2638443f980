import { useEffect, useRef } from 'react';
import { plural } from '~/ui/words';
import type { FillPreview } from './fill-preview.server';

const quick = 500_000;
const mostLines = 2001;

const nothing = { rows: [], changes: [], notes: [] };

/** Asks the server what a paste would do. A paste too long to be looked at is not even sent. */
export async function askFill(place: string, fields: Record<string, string>): Promise<FillPreview> {
  const text = fields.text ?? '';
  const lines = text.split(/\r\n|\r|\n/, mostLines + 1).length;
  if (text.length > quick || lines > mostLines) {
    return {
      ...nothing,
      problems: ['That is more than 2,000 rows. Paste at most 2,000 at a time.'],
    };
  }
  try {
    const response = await fetch(place, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    if (response.ok) return (await response.json()) as FillPreview;
  } catch {}
  return { ...nothing, problems: ['We could not look at it. Check your connection and paste once more.'] };
}

/** What a paste would change, before it is saved. */
export function FillDialog({
  preview,
  onSave,
  onClose,
}: {
  preview: FillPreview;
  onSave: () => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    yes.current?.focus();
  }, []);
  const { rows, notes, problems } = preview;
  const news = rows.filter(({ change }) => change !== 'The same').length;
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="fill-head" onClose={onClose}>
      <h3 id="fill-head">{problems.length > 0 ? 'This cannot be pasted' : 'Is this right?'}</h3>
      <div className="stack-s">
        {problems.map((problem) => (
          <p key={problem} className="err">
            {problem}
          </p>
        ))}
        {rows.length > 0 ? <p>{plural(news, 'number')} would change. Nothing is saved yet.</p> : null}
        {notes.map((note) => (
          <p key={note} className="hint">
            {note}
          </p>
        ))}
      </div>
      {rows.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard.
        <section className="scroll filled" tabIndex={0} aria-label="What changes">
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">Period</th>
                <th scope="col" className="r">
                  Now
                </th>
                <th scope="col" className="r">
                  Then
                </th>
                <th scope="col">Change</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.place}</th>
                  <td className="r">{row.now}</td>
                  <td className="r num">{row.becomes}</td>
                  <td>{row.change}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <div className="btns">
        {news > 0 ? (
          <button ref={yes} type="button" className="btn" onClick={onSave}>
            Save these
          </button>
        ) : null}
        <button type="button" className="btn line" onClick={() => dialog.current?.close()}>
          {news > 0 ? 'Cancel' : 'Close'}
        </button>
      </div>
    </dialog>
  );
}
