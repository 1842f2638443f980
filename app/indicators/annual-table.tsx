import type { CsvCell } from '~/exports/csv';
import { Sideways } from '~/ui/sideways';
import type { AnnualTable as Table } from './annual';

const words = (cell: CsvCell) => (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell);

/** The yearly figures of one outcome, by group. */
export function AnnualTable({
  area,
  years: allYears,
}: {
  area: Table['areas'][number];
  years: readonly string[];
}) {
  const indicators = [...new Set(area.rows.map((row) => row.indicator))];
  return indicators.map((indicator) => {
    const own = area.rows.filter((row) => row.indicator === indicator);
    // Years of which this indicator keeps nothing, and values it has none of, only stand in the file.
    const kept = allYears.flatMap((_, index) => (own.some(({ cells }) => cells[index]) ? [index] : []));
    const years = kept.map((index) => allYears[index] as string);
    const rows = own.map((row) => ({ ...row, cells: kept.map((index) => row.cells[index] ?? null) }));
    const withValues = rows.some(({ cells }) => cells.some((cell) => cell !== null && cell.value !== null));
    const parts = withValues
      ? (['numerator', 'denominator', 'value'] as const)
      : (['numerator', 'denominator'] as const);
    return (
      <section key={indicator}>
        <h3>{indicator}</h3>
        <Sideways label={`${indicator}, each year`}>
          <table className="tbl annual" aria-label={`${indicator}, each year`}>
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  Group
                </th>
                {years.map((year) => (
                  <th key={year} scope="colgroup" colSpan={parts.length} className="r">
                    {year}
                  </th>
                ))}
              </tr>
              <tr>
                {years.flatMap((year) =>
                  parts.map((part) => (
                    <th key={`${year} ${part}`} scope="col" className="r">
                      {part === 'numerator' ? 'count' : part === 'denominator' ? 'of' : 'value'}
                    </th>
                  )),
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.split} ${row.group}`}>
                  <th scope="row">
                    {row.group} {row.split ? <span className="tiny soft">{row.split}</span> : null}
                  </th>
                  {row.cells.flatMap((cell, index) =>
                    parts.map((part) => (
                      <td key={`${years[index]} ${part}`} className="r">
                        {cell ? words(cell[part]) : null}
                      </td>
                    )),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      </section>
    );
  });
}
