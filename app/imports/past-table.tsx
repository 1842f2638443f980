import { plural } from '~/ui/words';
import type { PastImport } from './past.server';

/** The files that were saved for a thing. `dayOf` writes an instant as a day; `undo` is the button that takes one back. */
export function PastTable({
  imports,
  dayOf,
  undo,
}: {
  imports: PastImport[];
  dayOf: (instant: string) => string;
  undo: (one: PastImport) => React.ReactNode;
}) {
  return (
    <table className="tbl stacked">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Saved</th>
          <th scope="col">By</th>
          <th scope="col">What came of it</th>
          <th scope="col">
            <span className="vh">Take it back</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.fileName}</th>
            <td data-label="Saved">{one.savedAt ? dayOf(one.savedAt) : ''}</td>
            <td data-label="By">{one.by}</td>
            <td data-label="What came of it">{cameOf(one)}</td>
            <td>{one.undoneAt ? `Taken back ${dayOf(one.undoneAt)}` : undo(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cameOf({ result }: PastImport): string {
  const { added = 0, changed = 0 } = result ?? {};
  if (added + changed === 0) return 'Nothing new';
  return [
    added > 0 ? `${plural(added, 'number')} added` : '',
    changed > 0 ? `${plural(changed, 'number')} changed` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
