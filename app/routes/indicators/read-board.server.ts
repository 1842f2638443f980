import type { CommunityAccess } from '~/access/gate.server';
import { askedBoard, boardOf, shownOf } from '~/indicators/board';
import { readAreas } from '~/indicators/scoreboard.server';

/** The scoreboard by the choices of an address: what it says, and the rows that are asked for. */
export async function readBoard(access: CommunityAccess, search: URLSearchParams) {
  const asked = askedBoard(search, access.today);
  const board = boardOf(await readAreas(access, asked.on), asked.on ?? access.today, asked.outcomeId);
  const { counts, sentence, gaps, asOf, shown } = board;
  const head = {
    counts,
    sentence,
    gaps,
    areas: board.areas.map(({ id, name, rows }) => ({
      id,
      name,
      marks: rows.flatMap(({ isCore, mark }) => (isCore ? [mark] : [])),
    })),
  };
  return { asked, head, asOf, shown, areas: shownOf(board, asked) };
}
