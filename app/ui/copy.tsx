import { type ReactNode, useEffect, useRef, useState } from 'react';

/** What is put on the clipboard: plain words for all, and with marks for those who can take them. */
export interface Copied {
  text: string;
  html?: string;
}

const canCopy = () => typeof navigator !== 'undefined' && navigator.clipboard !== undefined;

async function put({ text, html }: Copied): Promise<void> {
  if (html === undefined || typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text);
  const as = (type: string, words: string) => ({ [type]: new Blob([words], { type }) });
  await navigator.clipboard.write([
    new ClipboardItem({ ...as('text/plain', text), ...as('text/html', html) }),
  ]);
}

/** A button that copies, and says so. It is not there where nothing can be copied: what it copies can be selected. */
export function CopyButton({
  what,
  children,
  kind = 'line',
  failed = 'Copying did not work. Select it and copy it.',
}: {
  what: () => Copied | Promise<Copied>;
  children: ReactNode;
  kind?: 'line' | 'text';
  failed?: string;
}) {
  const [may, setMay] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => setMay(canCopy()), []);
  if (!may) return null;
  return (
    <>
      <button
        type="button"
        className={`btn ${kind}`}
        onClick={() => {
          Promise.resolve(what())
            .then(put)
            .then(
              () => setSaid('Copied.'),
              () => setSaid(failed),
            );
        }}
      >
        {children}
      </button>
      <span role="status" className="small soft">
        {said}
      </span>
    </>
  );
}

/** Words to pass on, in a field that selects them whole. */
export function CopyField({
  id,
  label,
  hint,
  value,
  rows = 3,
}: {
  id: string;
  label: ReactNode;
  hint: ReactNode;
  value: string;
  rows?: number;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <textarea
        ref={field}
        className="in"
        id={id}
        rows={rows}
        readOnly
        value={value}
        aria-describedby={`${id}-hint`}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="btns">
        <CopyButton what={() => ({ text: value })}>Copy it</CopyButton>
      </div>
    </div>
  );
}
