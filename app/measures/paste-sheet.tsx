import { getTextareaProps, useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { plural } from '~/ui/words';
import { hasTwoNumbers, type Measure } from './measure';
import { countsInWords, countsOf, type PastedChange } from './paste-changes';
import { periodLabel } from './periods';
import { figuresWords } from './series';

/** The paste itself; wrong cells are named one by one, and what was pasted stays. */
export function PasteSheet({
  answer,
  measure,
  text,
}: {
  answer: FormAnswer | undefined;
  measure: Measure;
  text?: string;
}) {
  const [form, fields] = useForm<{ text?: string }>({
    id: 'paste-form',
    lastResult: answer,
    defaultValue: { text: text ?? '' },
  });
  const { text: field } = fields;
  const { key, ...props } = getTextareaProps(field);
  return (
    <Sheet form={form}>
      <div className="field">
        <label htmlFor={field.id}>What did you copy?</label>
        <span className="hint" id="paste-hint">
          {hasTwoNumbers(measure.kind)
            ? 'Three columns: date, how many, out of how many. Or two: date and value. A header row is fine.'
            : 'Two columns: date and number. A header row is fine.'}
        </span>
        {field.errors ? (
          <div className="errors" role="alert" id={field.errorId}>
            <h2>Nothing was saved</h2>
            <ul>
              {field.errors.map((error) => (
                <li key={error} className="err">
                  {error}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <textarea
          key={key}
          {...props}
          className="in paste"
          rows={10}
          spellCheck={false}
          placeholder={hasTwoNumbers(measure.kind) ? '2026-10-12\t266\t310' : '2026-10-12\t22'}
          aria-describedby={field.errors ? `paste-hint ${field.errorId}` : 'paste-hint'}
        />
      </div>
      <div className="btns">
        <SubmitButton>Look at it first</SubmitButton>
      </div>
    </Sheet>
  );
}

const changeWords = { added: 'New', changed: 'Changed', same: 'The same' } as const;

/** What saving would do, row by row, before it is done. */
export function PastePreview({
  measure,
  text,
  changes,
}: {
  measure: Measure;
  text: string;
  changes: PastedChange[];
}) {
  const [form] = useForm<{ text?: string }>({ id: 'checked-form' });
  const moved = changes.filter((change) => change.movedFrom !== null).length;
  const withYear = new Set(changes.map((change) => change.periodStart.slice(0, 4))).size > 1;
  return (
    <Sheet form={form}>
      <p className="lead">{countsInWords(countsOf(changes))}. Nothing is saved yet.</p>
      {moved > 0 ? (
        <p className="hint">
          {plural(moved, 'date')} {moved === 1 ? 'was' : 'were'} moved to the first day of{' '}
          {moved === 1 ? 'its' : 'their'} period.
        </p>
      ) : null}
      <div className="scroll">
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
            {changes.map((change) => (
              <tr key={change.row}>
                <th scope="row">{periodLabel(change.periodStart, measure.frequency, withYear)}</th>
                <td className="r">{change.was ? figuresWords(measure, change.was) : ''}</td>
                <td className="r num">{figuresWords(measure, change)}</td>
                <td>{changeWords[change.change]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="checked" value="yes" />
      <div className="btns">
        <SubmitButton>Save {plural(changes.length, 'number')}</SubmitButton>
      </div>
    </Sheet>
  );
}
