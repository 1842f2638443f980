import { renderToStaticMarkup } from 'react-dom/server';
import { paths } from '~/paths';
import type { Area, BoardRow } from './board';
import { AreaTable, ScoreTr } from './score-table';

/** Rows are kept as long as nothing changed in them (scoreboard.server.ts), and with them what they look like. */
const written = new WeakMap<BoardRow, string>();

function writtenRow(row: BoardRow): string {
  const known = written.get(row);
  if (known !== undefined) return known;
  // React leaves a rope of a hundred pieces, which each page would walk again: bytes and back make one string of it.
  const markup = Buffer.from(
    renderToStaticMarkup(<ScoreTr row={row} href={paths.indicator(row.id)} />),
  ).toString();
  written.set(row, markup);
  return markup;
}

/** The tables of the scoreboard, an outcome each, as markup. */
export const scoreMarkup = (areas: readonly Area[]): string => areasWith(areas, writtenRow);

/** The same for people outside: rows lead only to the indicators that are shown to them. */
export const publicScoreMarkup = (areas: readonly Area[], hrefOf: (row: BoardRow) => string | null): string =>
  areasWith(areas, (row) => renderToStaticMarkup(<ScoreTr row={row} href={hrefOf(row)} forAll />));

function areasWith(areas: readonly Area[], write: (row: BoardRow) => string): string {
  return areas
    .map((area) => renderToStaticMarkup(<AreaTable area={area} rowMarkup={area.rows.map(write).join('')} />))
    .join('');
}
