import { longDay } from '~/ui/dates';
import type { CharterPart } from './charter';

/** What a charter says and what it still lacks, each with the way to write it. */
export function CharterList({ parts, mayEdit }: { parts: readonly CharterPart[]; mayEdit: boolean }) {
  return (
    <ol className="checklist">
      {parts.map((part) => (
        <li key={part.key} className={part.isThere ? 'done' : undefined}>
          {mayEdit && !part.isThere ? <a href={part.href}>{part.title}</a> : part.title}
          <span className="vh">{part.isThere ? ' (there)' : ' (not yet)'}</span>
          <p className="hint">{part.key === 'when' && part.isThere ? longDay(part.words) : part.words}</p>
        </li>
      ))}
    </ol>
  );
}
