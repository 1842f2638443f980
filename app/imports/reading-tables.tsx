import { Sideways } from '~/ui/sideways';
import { plural } from '~/ui/words';
import type { FileFacts } from './file-facts';

/** The line has a column of its own. */
export function withoutLine(reason: string): string {
  const rest = reason.replace(/^Line \d+:? /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** What cannot be read: the line of the file, what stands there, and why. */
export function RefusedTable({ preview }: { preview: FileFacts }) {
  const { refused, refusedCount } = preview;
  if (refusedCount === 0) return null;
  return (
    <>
      <Sideways label="What cannot be read">
        <table className="tbl">
          <caption>{plural(refusedCount, 'cell')} cannot be read.</caption>
          <thead>
            <tr>
              <th scope="col" className="r">
                Line
              </th>
              <th scope="col">What stands there</th>
              <th scope="col">Why it cannot be read</th>
            </tr>
          </thead>
          <tbody>
            {refused.map(({ line, cell, reason }) => (
              <tr key={`${line} ${reason} ${cell}`} className="bad">
                <th scope="row" className="r">
                  {line}
                </th>
                <td>{cell || 'nothing'}</td>
                <td>{withoutLine(reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {refusedCount > refused.length ? (
        <p className="hint">And {plural(refusedCount - refused.length, 'more cell')}.</p>
      ) : null}
    </>
  );
}

/** Cells without a number, which are no mistake, and numbers that look odd. */
export function Asides({ preview }: { preview: FileFacts }) {
  const { skipped, skippedCount, remarks, filteredOut } = preview;
  return (
    <>
      {skippedCount > 0 ? (
        <details className="more">
          <summary>{plural(skippedCount, 'cell')} without a number, left out</summary>
          <ul>
            {skipped.map((reason, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and reasons can repeat.
              <li key={index} className="small">
                {reason}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {remarks.map((reason) => (
        <p key={reason} className="small">
          {reason}
        </p>
      ))}
      {filteredOut > 0 ? (
        <p className="hint">
          {plural(filteredOut, 'row')} of the file are about something else and stay out.
        </p>
      ) : null}
    </>
  );
}
