import { Sideways } from '~/ui/sideways';
import { plural } from '~/ui/words';
import type { SeriesPreview } from './import-preview';

/** The numbers that are new or different, with the line each stands on. */
export function ImportedTable({ preview }: { preview: SeriesPreview }) {
  const { rows, hiddenRows } = preview;
  if (rows.length === 0) return null;
  const hasStrata = rows.some(({ stratum }) => stratum !== '');
  const hasWas = rows.some(({ was }) => was !== null);
  return (
    <>
      <Sideways label="What will be saved">
        <table className="tbl">
          <caption>What is new or different</caption>
          <thead>
            <tr>
              <th scope="col" className="r">
                Line
              </th>
              <th scope="col">When</th>
              {hasStrata ? <th scope="col">Group</th> : null}
              <th scope="col" className="r">
                In the file
              </th>
              {hasWas ? (
                <th scope="col" className="r">
                  Here now
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.line} ${row.period} ${row.stratum}`}>
                <th scope="row" className="r">
                  {row.line}
                </th>
                <td>{row.period}</td>
                {hasStrata ? <td>{row.stratum || 'Everyone'}</td> : null}
                <td className="r num">{row.is}</td>
                {hasWas ? <td className="r num">{row.was ?? <span className="sup">none</span>}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {hiddenRows > 0 ? <p className="hint">And {plural(hiddenRows, 'more number')}.</p> : null}
    </>
  );
}
