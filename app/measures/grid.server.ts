import type { TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { clock, moment } from '~/ui/dates';
import { plural } from '~/ui/words';
import { textsOf } from './cell';
import { type Clash, clashOf } from './clash-words';
import type { Entered, EnteredCell } from './entries.server';
import { openPoint } from './entry';
import {
  byPlace,
  type EntryAnswer,
  type Grid,
  type GridMeasure,
  gridCell,
  gridRows,
  placeKey,
  type UndoOffer,
} from './grid';
import { gridWindow, mostGridRows } from './grid-periods';
import { enteredPeriods, keptCells, type LastEntry, lastEntry } from './kept-cells.server';
import { hasTwoNumbers, type Measure } from './measure';
import { type EnteredBy, enteredBy } from './point-sources';
import { readSeries } from './queries.server';
import type { SeriesPoint } from './series';

/** What an address may ask of the grid. */
export interface GridAsked {
  /** The first row. */
  from: string | null;
  /** A group's name, "*" for all of them; null as it fits. */
  group: string | null;
  /** Percents instead of the two numbers they are made of. */
  as: string | null;
}

const isDay = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');
/** So many numbers does a reader see. */
const newest = 8;
/** A form has at most 2,000 fields. */
const mostFields = 1800;
/** More groups than these side by side are chosen one by one. */
const mostGroups = 4;

export function gridAsked(url: string): GridAsked {
  const { searchParams } = new URL(url);
  return {
    from: searchParams.get('rows'),
    group: searchParams.get('columns'),
    as: searchParams.get('as'),
  };
}

/** The grid of a measure as its page shows it. `series` is the whole group's. */
export async function gridOf(
  team: TeamAccess,
  measure: Measure,
  series: readonly SeriesPoint[],
  asked: GridAsked,
): Promise<Grid> {
  const at = new Date().toISOString();
  const { today, community } = team;
  const allGroups = ['', ...measure.strata];
  const groups = groupsAsked(allGroups, asked.group);
  const newest = series.at(-1);
  const isOfValues = newest !== undefined && newest.numerator === null;
  const asValue = hasTwoNumbers(measure.kind) && (asked.as === null ? isOfValues : asked.as === 'value');
  const most = Math.min(mostGridRows, Math.floor(mostFields / (groups.length * 4)));
  const starts = series.map(({ periodStart }) => periodStart);
  const { periods, ...window } = gridWindow(measure, starts, today, community, {
    from: isDay(asked.from) ? asked.from : null,
    most,
  });
  const [from, to] = [periods[0]?.start ?? today, periods.at(-1)?.start ?? today];
  const [{ points, held }, last] = await Promise.all([
    keptCells(team, measure.id, { from, to }),
    lastEntry(team, measure.id),
  ]);
  const newestAt = points.reduce((at, point) => (point.enteredAt > at ? point.enteredAt : at), '');
  const grid = gridMeasure(measure);
  return {
    teamId: team.teamId,
    measure: grid,
    groups,
    allGroups,
    asValue,
    rows: gridRows(grid, periods, groups, points, held, series),
    ...window,
    undo: undoOffer(last),
    at,
    saved: newestAt === '' ? '' : `Saved ${moment(newestAt, community.timeZone)}`,
    sources: enteredBy(measure, points, (instant) => moment(instant, community.timeZone)),
  };
}

/** The numbers on a measure's page: the grid for those who may write (`url` is what they asked), else who entered them. */
export async function numbersOf(
  team: TeamAccess,
  measure: Measure,
  series: readonly SeriesPoint[],
  url: string | null,
): Promise<{ grid: Grid | null; sources: EnteredBy[] }> {
  if (url !== null) {
    const grid = await gridOf(team, measure, series, gridAsked(url));
    return { grid, sources: grid.sources };
  }
  const { points } = await keptCells(team, measure.id, {
    from: series.at(-newest)?.periodStart ?? '',
    to: series.at(-1)?.periodStart ?? '',
  });
  const when = (instant: string) => moment(instant, team.community.timeZone);
  // Figures of small groups are not for every reader: those in the table above are already without them.
  const whole = points.filter(({ stratum }) => stratum === '');
  return { grid: null, sources: enteredBy(measure, whole, when).map((one) => ({ ...one, figures: '' })) };
}

/** The page of entry: one period for a thumb, and the grid around it for a keyboard. */
export async function entryPage(team: TeamAccess, measure: Measure, url: string) {
  const series = await readSeries(team, measure.id);
  const asked = gridAsked(url);
  const allGroups = ['', ...measure.strata];
  const group = allGroups.find((one) => one === asked.group) ?? '';
  const entered = group === '' ? series : await enteredPeriods(team, measure.id, group);
  const period = new URL(url).searchParams.get('period');
  const open = openPoint(measure, entered, team.today, team.community, period);
  const grid = await gridOf(team, measure, series, { ...asked, from: asked.from ?? (period && open.period) });
  const { points, held } = await keptCells(team, measure.id, { from: open.period, to: open.period });
  const isHere = ({ stratum }: { stratum: string }) => stratum === group;
  const [point, waiting] = [points.find(isHere) ?? null, held.find(isHere) ?? null];
  const { texts, problem, question } = gridCell(measure, group, point, waiting, series);
  return {
    open,
    group,
    cell: { texts, problem, question },
    grid: { ...grid, next: open.period || grid.next },
  };
}

function groupsAsked(all: string[], asked: string | null): string[] {
  if (asked === '*' || (asked === null && all.length <= mostGroups)) return all;
  return all.includes(asked ?? '') ? [asked ?? ''] : [''];
}

function gridMeasure(measure: Measure): GridMeasure {
  const { id, name, kind, unit, ratePer, frequency } = measure;
  const { numeratorWords, denominatorWords, lowest, highest } = measure;
  const words = { numeratorWords, denominatorWords };
  return { id, name, kind, unit, ratePer, frequency, ...words, lowest, highest };
}

function undoOffer(entry: LastEntry | null): UndoOffer | null {
  if (!entry) return null;
  const whose = entry.isMine ? 'your' : `${entry.who ?? 'somebody'}’s`;
  const what = {
    cell: entry.count === 1 ? 'last number' : plural(entry.count, 'number'),
    paste: `${entry.count.toLocaleString('en-US')} pasted ${entry.count === 1 ? 'number' : 'numbers'}`,
    tally: 'count',
  }[entry.kind];
  return { id: entry.id, what: `${whose} ${what}` };
}

/** How the touched cells stand after an entry. */
export async function answerOf(team: TeamAccess, entered: Entered): Promise<EntryAnswer> {
  const { measure, cells } = entered;
  const { timeZone } = team.community;
  const at = new Date().toISOString();
  const [from, to] = [cells[0]?.periodStart ?? '', cells.at(-1)?.periodStart ?? ''];
  const [{ points, held }, last, series] = await Promise.all([
    keptCells(team, measure.id, { from, to }),
    lastEntry(team, measure.id),
    readSeries(team, measure.id),
  ]);
  const [pointAt, heldAt] = [byPlace(points), byPlace(held)];
  return {
    cells: cells.map((cell) => {
      const key = placeKey(cell.periodStart, cell.stratum);
      const now = gridCell(measure, cell.stratum, pointAt.get(key) ?? null, heldAt.get(key) ?? null, series);
      return { start: cell.periodStart, ...now, clashes: clashesOf(cell, team) };
    }),
    at,
    savedAt: clock(at, timeZone),
    undo: undoOffer(last),
  };
}

export function clashesOf(cell: EnteredCell, { community, today }: TeamAccess): Clash[] {
  const { decision, point, held, changes } = cell;
  if (decision.does !== 'clash') return [];
  const now = textsOf(point, held);
  const { timeZone } = community;
  const when = (instant: string) =>
    dayIn(timeZone, new Date(instant)) === today ? clock(instant, timeZone) : moment(instant, timeZone);
  return changes
    .filter(({ field }) => decision.fields.includes(field))
    .map(({ field, is }) => clashOf(field, now, is.trim(), { point, held }, when));
}
