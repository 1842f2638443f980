import { Sideways } from '~/ui/sideways';
import type { CycleInFull } from './queries.server';

/** A working list as counts. */
export function CountTable({ counts }: { counts: CycleInFull['counts'] }) {
  return (
    <Sideways label="Counts of the working list">
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col" className="r">
              Identified
            </th>
            <th scope="col" className="r">
              Reached
            </th>
            <th scope="col" className="r">
              Completed
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.group || 'Everyone'}</th>
              {row.isHidden ? (
                <td colSpan={3} className="soft">
                  Hidden: a small group
                </td>
              ) : (
                [row.identified, row.reached, row.completed].map((count, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: three columns, always the same.
                  <td key={at} className="r num">
                    {count ?? '–'}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
