import type { CommunitySight } from '~/access/gate.server';
import { askedBoard, type Board, boardOf, shownOf } from '~/indicators/board';
import { readAreas } from '~/indicators/scoreboard.server';

/** The scoreboard by the choices of an address: what it says, and the rows that are asked for. */
export async function readBoard(sight: CommunitySight, search: URLSearchParams) {
  const asked = askedBoard(search, sight.today);
  const board = boardOf(await readAreas(sight, asked.on), asked.on ?? sight.today, asked.outcomeId);
  const { asOf, shown } = board;
  return { asked, head: headOf(board), asOf, shown, areas: shownOf(board, asked) };
}

/** The whole scoreboard as it is now. */
export async function boardHead(sight: CommunitySight) {
  const board = boardOf(await readAreas(sight, null), sight.today, null);
  return { head: headOf(board), areas: board.areas };
}

const headOf = ({ counts, sentence, gaps, areas }: Board) => ({
  counts,
  sentence,
  gaps,
  areas: areas.map(({ id, name, rows }) => ({
    id,
    name,
    marks: rows.flatMap(({ isCore, mark }) => (isCore ? [mark] : [])),
  })),
});
