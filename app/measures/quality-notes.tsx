import type { QualityFlag } from './quality';

/** What the team should look at in its numbers, quietly beside the chart; nothing where there is nothing. */
export function QualityNotes({ flags }: { flags: readonly QualityFlag[] }) {
  if (flags.length === 0) return null;
  return (
    <div>
      <h2 className="sideh">
        {flags.length === 1 ? '1 number needs a look' : `${flags.length} numbers need a look`}
      </h2>
      <ul className="looks">
        {flags.map((flag) => (
          <li key={flag.sentence}>
            {flag.sentence} <a href={flag.mend.href}>{flag.mend.words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
