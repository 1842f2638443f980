import { Sideways } from '~/ui/sideways';
import { plural } from '~/ui/words';
import type { Preview } from './import-preview';

/** The figures as they are read: group by period. */
export function ReadTable({ preview }: { preview: Preview }) {
  const { periods, groups, hidden } = preview;
  if (groups.length === 0) return null;
  return (
    <>
      <Sideways label="What will be saved">
        <table className="tbl">
          <caption>As it is read. * is a number held back to protect people.</caption>
          <thead>
            <tr>
              <th scope="col">Group</th>
              {periods.map((period) => (
                <th key={period.key} scope="col" className="r">
                  {period.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.key}>
                <th scope="row">{group.name}</th>
                {group.cells.map((cell, index) => (
                  <td key={periods[index]?.key} className="r">
                    {cell.kind === 'suppressed' ? (
                      <span className="sup">
                        <span aria-hidden="true">*</span>
                        <span className="vh">held back</span>
                      </span>
                    ) : (
                      cell.words || <span className="sup">none</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {hidden.groups > 0 ? <p className="hint">And {plural(hidden.groups, 'more group')}.</p> : null}
      {hidden.periods > 0 ? <p className="hint">And {plural(hidden.periods, 'earlier period')}.</p> : null}
    </>
  );
}
