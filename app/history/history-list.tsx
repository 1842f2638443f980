import { moment } from '~/ui/dates';
import type { HistoryLine } from './queries.server';

/** Who did what, when: newest first. */
export function HistoryList({
  lines,
  timeZone,
  more,
}: {
  lines: HistoryLine[];
  timeZone: string;
  /** What stands behind a line. */
  more?: (line: HistoryLine) => React.ReactNode;
}) {
  if (lines.length === 0) return <p className="soft">Nothing yet.</p>;
  return (
    <ol className="history">
      {lines.map((line) => (
        <li key={line.id}>
          <time dateTime={line.at}>{moment(line.at, timeZone, line.readOn)}</time>
          <p>
            <b>{line.who ?? 'Upcurve'}</b> {line.deed}. {more?.(line)}
          </p>
          {line.changes ? <Changes changes={line.changes} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Changes({ changes }: { changes: NonNullable<HistoryLine['changes']> }) {
  return (
    <ul className="changes">
      {changes.map(({ label, was, is }) => (
        <li key={label} className="lines">
          {label}: {was ? `“${was}”` : 'nothing'} → {is ? `“${is}”` : 'nothing'}
        </li>
      ))}
    </ul>
  );
}
