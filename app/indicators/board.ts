import { isValid, parseISO } from 'date-fns';
import { type Scoreboard, scoreboard, scoreboardSentence } from '~/statistics/movement';
import { dayWithYear } from '~/ui/dates';
import type { ScoreRow } from './score-row';

export interface BoardRow extends ScoreRow {
  /** A measure of a team feeds it. */
  hasTeam: boolean;
}

export interface Area {
  id: string;
  name: string;
  rows: BoardRow[];
  /** Its core indicators, counted, where not all of its rows are shown. */
  whole?: Tally;
}

export interface Tally {
  improved: number;
  /** Those with two figures to compare. */
  counted: number;
}

/** How many core indicators of some rows improved, and of how many. */
export function tallyOf(rows: readonly BoardRow[]): Tally {
  const counted = rows.filter(({ isCore, status }) => isCore && status !== 'no data');
  return {
    improved: counted.filter(({ status }) => status === 'improved').length,
    counted: counted.length,
  };
}

/** What a scoreboard's address may show of it. */
export const shows = [
  'all',
  'improved',
  'worsened',
  'held',
  'no-data',
  'widening',
  'team',
  'no-team',
] as const;
export type Show = (typeof shows)[number];

export const showWords: Record<Show, string> = {
  all: 'All',
  improved: 'Improved',
  worsened: 'Worsened',
  held: 'Held',
  'no-data': 'No data',
  widening: 'Gap widening',
  team: 'A team works on it',
  'no-team': 'Gap widening, no team yet',
};

const isShown: Record<Show, (row: BoardRow) => boolean> = {
  all: () => true,
  improved: ({ status }) => status === 'improved',
  worsened: ({ status }) => status === 'worsened',
  held: ({ status }) => status === 'held',
  'no-data': ({ status }) => status === 'no data',
  widening: isWidening,
  team: ({ hasTeam }) => hasTeam,
  'no-team': (row) => isWidening(row) && !row.hasTeam,
};

function isWidening({ gap }: ScoreRow): boolean {
  return gap?.status === 'widening';
}

export interface AskedBoard {
  show: Show;
  outcomeId: string | null;
  /** A day before today, YYYY-MM-DD; null: as it is now. */
  on: string | null;
  /** What was typed for the day where it is none, and why. */
  typed: string;
  problem: string | null;
}

/** What an address asks of the scoreboard: `?show=worsened&outcome=…&on=2025-06-30`. */
export function askedBoard(search: URLSearchParams, today: string): AskedBoard {
  const show = search.get('show');
  const typed = (search.get('on') ?? '').trim();
  const asked = {
    show: shows.find((one) => one === show) ?? 'all',
    outcomeId: search.get('outcome') || null,
    on: null,
    typed,
    problem: null,
  };
  if (typed === '' || typed === today) return asked;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || !isValid(parseISO(typed))) {
    return { ...asked, problem: 'Write a date that exists, such as 2026-06-30.' };
  }
  if (typed > today)
    return { ...asked, problem: 'That day is still to come. Choose today or an earlier day.' };
  return { ...asked, on: typed };
}

/** The address of a scoreboard that differs from what is asked in what is given. */
export function boardAddress(place: string, asked: AskedBoard, change: Partial<AskedBoard> = {}): string {
  const { show, outcomeId, on } = { ...asked, ...change };
  const search = new URLSearchParams();
  if (show !== 'all') search.set('show', show);
  if (outcomeId) search.set('outcome', outcomeId);
  if (on) search.set('on', on);
  return search.size > 0 ? `${place}?${search}` : place;
}

export interface Board {
  areas: Area[];
  /** Counts of core indicators. */
  counts: Scoreboard;
  /** "34 of 53 improved (64 %), 21 beyond chance, as of …" */
  sentence: string;
  /** YYYY-MM-DD */
  asOf: string;
  gaps: { closing: number; widening: number };
  /** How many rows each choice shows, within the outcome that was asked for. */
  shown: Record<Show, number>;
}

/** Counts the rows. Only core indicators count; contributing ones stand below them. */
export function boardOf(areas: readonly Area[], asOf: string, outcomeId: string | null): Board {
  const core = areas.flatMap(({ rows }) => rows.filter(({ isCore }) => isCore));
  const counts = scoreboard(core);
  const rows = areas.filter(({ id }) => outcomeId === null || id === outcomeId).flatMap((area) => area.rows);
  const ofStatus = (status: string) => core.filter(({ gap }) => gap?.status === status).length;
  return {
    areas: areas.filter((area) => area.rows.length > 0),
    counts,
    sentence: scoreboardSentence(counts, dayWithYear(asOf)),
    asOf,
    gaps: { closing: ofStatus('closing'), widening: ofStatus('widening') },
    shown: Object.fromEntries(shows.map((show) => [show, rows.filter(isShown[show]).length])) as Record<
      Show,
      number
    >,
  };
}

/** The areas and rows that an address asks for. */
export function shownOf({ areas }: Board, { show, outcomeId }: AskedBoard): Area[] {
  return areas
    .filter(({ id }) => outcomeId === null || id === outcomeId)
    .map((area) => ({ ...area, whole: tallyOf(area.rows), rows: area.rows.filter(isShown[show]) }))
    .filter(({ rows }) => rows.length > 0);
}

/** The share of improving indicators at which StriveTogether sees proof that a community changes. */
export const proofPointPercent = 60; // product.md, § 5

/** Where the community stands beside the line of proof points. */
export function proofWords({ share, proofPoint, improved, counted }: Scoreboard): string {
  if (share === null) return '';
  const needed = Math.ceil((proofPointPercent / 100) * counted - 1e-9);
  if (proofPoint) return `That reaches the line: ${proofPointPercent}% improving (“proof point”).`;
  return `The line is at ${proofPointPercent}% improving (“proof point”): ${needed - improved} more would reach it.`;
}
