import type { TeamAccess } from '~/access/gate.server';
import { type CellTexts, textsOf } from './cell';
import { type CellDecision, decideCell, type TypedChange } from './cell-decision';
import { placeWords } from './entry-words';
import { byPlace, placeKey } from './grid';
import { allPeriods } from './grid-periods';
import { keptCells } from './kept-cells.server';
import type { Measure } from './measure';
import { type Anchor, fillFrom } from './paste-fill';
import { readSeries } from './queries.server';
import { figuresWords } from './series';

export interface FillRow {
  key: string;
  /** "Week of Oct 12, Lincoln" */
  place: string;
  now: string;
  becomes: string;
  change: 'New' | 'Changed' | 'The same' | 'Not possible' | 'Not a number yet';
}

/** What a paste into the grid would do, before anything is saved. */
export interface FillPreview {
  rows: FillRow[];
  /** To be sent as they are once somebody says yes: nothing else is saved. */
  changes: TypedChange[];
  notes: string[];
  problems: string[];
}

export async function previewFill(
  team: TeamAccess,
  measure: Measure,
  text: string,
  anchor: Anchor,
  { groups, asValue }: { groups: string[]; asValue: boolean },
): Promise<FillPreview> {
  const { today, community } = team;
  const series = await readSeries(team, measure.id);
  const starts = series.map(({ periodStart }) => periodStart);
  const periods = allPeriods([...starts, anchor.start], measure.frequency, today, community);
  const rules = { measure, groups, asValue, periods, today, calendar: community };
  const { cells, notes, problems } = fillFrom(text, anchor, rules);
  const filled = cells.map(({ start }) => start).sort();
  const kept = await keptCells(team, measure.id, { from: filled[0] ?? '', to: filled.at(-1) ?? '' });
  const [pointAt, heldAt] = [byPlace(kept.points), byPlace(kept.held)];
  const changes = new Map<string, TypedChange[]>();
  for (const { start, stratum, field, is } of cells) {
    const key = placeKey(start, stratum);
    const now = textsOf(pointAt.get(key) ?? null, heldAt.get(key) ?? null);
    const list = changes.get(key) ?? [];
    list.push({ periodStart: start, stratum, field, was: now[field], is });
    changes.set(key, list);
  }
  const rows = [...changes].map(([key, list]): FillRow => {
    const [point, held] = [pointAt.get(key) ?? null, heldAt.get(key) ?? null];
    const decision = decideCell(measure, point, held, list);
    const place = placeWords(measure, list[0] as TypedChange, today);
    const now = point ? figuresWords(measure, point) : '';
    const becomes =
      decision.does === 'keep'
        ? figuresWords(measure, decision.figures)
        : decision.does === 'hold'
          ? typedWords(decision.texts)
          : now;
    return {
      key,
      place: place.charAt(0).toUpperCase() + place.slice(1),
      now,
      becomes,
      change: changeWord(decision, point !== null),
    };
  });
  return { rows, changes: [...changes.values()].flat(), notes, problems };
}

function changeWord(decision: CellDecision, isKnown: boolean): FillRow['change'] {
  if (decision.does === 'hold') return decision.isWrong ? 'Not possible' : 'Not a number yet';
  if (decision.does === 'nothing' || decision.does === 'let go') return 'The same';
  return isKnown ? 'Changed' : 'New';
}

const typedWords = ({ numerator, denominator, value, note }: CellTexts) =>
  [numerator, denominator].filter(Boolean).join(' of ') || value || note;
