import type { DefinitionChange } from './definition-versions';

/** The old words and the new ones, side by side. */
export function VersionTable({ parts }: Pick<DefinitionChange, 'parts'>) {
  return (
    <table className="tbl stacked versions">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.label}>
            <th scope="row">{part.label}</th>
            <td className="lines" data-label="Before">
              {part.was || <span className="soft">Not written</span>}
            </td>
            <td className="lines" data-label="After">
              {part.is || <span className="soft">Not written</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
