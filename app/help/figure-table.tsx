import { Scrolled } from './section';

export interface FigureRow {
  name: string;
  /** Null where there is nothing to say, such as a chart that is not tested. */
  figures: readonly (number | null)[];
}

/** Simulated figures as a table: a row for what is tried, a column for how many points. */
export function FigureTable({
  caption,
  corner,
  columns,
  rows,
  none = 'not tested',
}: {
  caption: string;
  /** Heads the first column. */
  corner: string;
  columns: readonly string[];
  rows: readonly FigureRow[];
  none?: string;
}) {
  return (
    <Scrolled label={caption}>
      <table className="tbl">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="r">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {columns.map((column, index) => (
                <td key={column} className="r nowrap">
                  {figureText(row.figures[index] ?? null, none)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function figureText(figure: number | null, none: string): string {
  if (figure === null) return none;
  return Number.isInteger(figure) && figure >= 100 ? String(figure) : figure.toFixed(1);
}

/** "12 points", in full for the first column only. */
export const pointColumns = (points: readonly number[]): string[] =>
  points.map((count, index) => (index === 0 ? `${count} points` : String(count)));
