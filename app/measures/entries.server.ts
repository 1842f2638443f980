import { transaction } from '#db/client.server';
import type { EntryKind } from '#db/vocabulary';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { HeldCell, KeptPoint } from './cell';
import { type CellDecision, decideCell, type TypedChange } from './cell-decision';
import { type EntryCounts, entryCounts, entryWords } from './entry-words';
import { byPlace, placeKey } from './grid';
import { keptCells } from './kept-cells.server';
import type { Measure } from './measure';
import { periodOf, periodWords } from './periods';
import { findMeasure, readSeries } from './queries.server';
import type { SeriesPoint } from './series';
import {
  letGo,
  type PointChange,
  writeEntry,
  writeHeld,
  writePoints,
  writeRemovals,
} from './write-cells.server';

/** One period of one group in an entry: what stood there, and what became of it. */
export interface EnteredCell {
  periodStart: string;
  stratum: string;
  point: KeptPoint | null;
  held: HeldCell | null;
  changes: TypedChange[];
  decision: CellDecision;
}

export interface Entered {
  measure: Measure;
  cells: EnteredCell[];
  counts: EntryCounts;
  /** The act, so that it can be undone; null where no number changed. */
  entryId: string | null;
}

/**
 * Enters what was typed or pasted into the cells of a measure, as one act. Good numbers are kept; what cannot be a
 * number waits in its cell while the chart keeps the last good one; where somebody else changed the same field
 * meanwhile, theirs stays. An emptied cell takes its number out: history keeps it, and undoing brings it back.
 */
export async function enterCells(
  team: TeamAccess,
  measureId: string | undefined,
  typed: readonly TypedChange[],
  kind: EntryKind = 'cell',
): Promise<Entered> {
  return transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const series = await readSeries(team, measure.id);
    const places = inPlaces(typed);
    const starts = [...new Set(places.map(({ periodStart }) => periodStart))].sort();
    const [from, to] = [starts[0] ?? '', starts.at(-1) ?? ''];
    const before = await keptCells(team, measure.id, { from, to });
    const [pointAt, heldAt] = [byPlace(before.points), byPlace(before.held)];
    const cells = places.map((place): EnteredCell => {
      const key = placeKey(place.periodStart, place.stratum);
      const [point, held] = [pointAt.get(key) ?? null, heldAt.get(key) ?? null];
      mayStand(team, measure, place, series, point);
      return { ...place, point, held, decision: decideCell(measure, point, held, place.changes) };
    });
    const counts = entryCounts(cells);
    const entryId = await write(team, measure, cells, kind);
    const words = entryWords(measure, cells, counts, kind, team.today);
    if (words) await record(team, { ...words, thing: 'measure', thingId: measure.id });
    return { measure, cells, counts, entryId };
  });
}

interface Place {
  periodStart: string;
  stratum: string;
  changes: TypedChange[];
}

function inPlaces(typed: readonly TypedChange[]): Place[] {
  const places = new Map<string, Place>();
  for (const change of typed) {
    const { periodStart, stratum } = change;
    const key = placeKey(periodStart, stratum);
    const place = places.get(key) ?? { periodStart, stratum, changes: [] };
    place.changes.push(change);
    places.set(key, place);
  }
  return [...places.values()].sort(
    (a, b) => a.periodStart.localeCompare(b.periodStart) || a.stratum.localeCompare(b.stratum),
  );
}

/** @throws RuleBroken where the measure has no such period or group, or the period has not begun. */
function mayStand(
  { today, community }: TeamAccess,
  { frequency, strata }: Measure,
  { periodStart, stratum }: Place,
  series: readonly SeriesPoint[],
  point: KeptPoint | null,
): void {
  if (point) return;
  const words = periodWords(periodStart, frequency, true);
  if (stratum !== '' && !strata.includes(stratum)) {
    throw new RuleBroken(`This measure has no group “${stratum}” any more. Reload the page.`);
  }
  if (periodOf(periodStart, frequency, community, series) !== periodStart) {
    throw new RuleBroken(`This measure has no ${words.replace(/^the /, '')}. Reload the page.`);
  }
  if (periodStart > today) {
    throw new RuleBroken(`${words.charAt(0).toUpperCase()}${words.slice(1)} has not begun.`);
  }
}

/** Writes what was decided; returns the id of the act where a number changed. */
async function write(
  team: TeamAccess,
  measure: Measure,
  cells: readonly EnteredCell[],
  kind: EntryKind,
): Promise<string | null> {
  const at = new Date().toISOString();
  const news = { enteredBy: team.person.id, enteredAt: at, importId: null };
  const changed = cells.flatMap((cell): PointChange[] => {
    const { periodStart, stratum, point, decision } = cell;
    const was = point && figuresOfPoint(point);
    if (decision.does === 'keep') {
      const { figures, rawValues, note, isNewNumber } = decision;
      const source = isNewNumber || !was ? news : was;
      const { enteredBy, enteredAt, importId } = source;
      const is = { id: was?.id, ...figures, rawValues, note, enteredBy, enteredAt, importId };
      return [{ periodStart, stratum, was, is }];
    }
    if (decision.does === 'remove') return [{ periodStart, stratum, was, is: null }];
    if (decision.does === 'hold' && decision.isNoteNew && was) {
      return [{ periodStart, stratum, was, is: { ...was, note: decision.texts.note } }];
    }
    return [];
  });
  const holding = cells.flatMap(({ periodStart, stratum, decision }) => {
    if (decision.does === 'hold') return [{ periodStart, stratum, ...decision.texts }];
    const isNoteLeft = decision.does === 'remove' && decision.note !== '';
    return isNoteLeft
      ? [{ periodStart, stratum, numerator: '', denominator: '', value: '', note: decision.note }]
      : [];
  });
  const done = cells.filter(
    ({ held, decision }) => held && ['keep', 'remove', 'let go'].includes(decision.does),
  );
  await writePoints(measure.id, changed);
  await writeRemovals(measure.id, changed);
  await letGo(measure.id, done);
  await writeHeld(team, measure.id, holding, at);
  return changed.length === 0 ? null : writeEntry(team, measure.id, kind, changed);
}

export const figuresOfPoint = (point: KeptPoint) => {
  const { id, numerator, denominator, value, rawValues, note, enteredBy, enteredAt, importId } = point;
  return { id, numerator, denominator, value, rawValues, note, enteredBy, enteredAt, importId };
};
