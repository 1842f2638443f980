import type { EntryKind } from '#db/vocabulary';
import type { Deed } from '~/history/record.server';
import { plural } from '~/ui/words';
import type { HeldCell, KeptPoint } from './cell';
import type { CellDecision } from './cell-decision';
import type { Measure } from './measure';
import { periodWords } from './periods';
import { figuresWords, isSame } from './series';

/** One period of one group that an entry touched. */
export interface TouchedCell {
  periodStart: string;
  stratum: string;
  point: KeptPoint | null;
  held: HeldCell | null;
  decision: CellDecision;
}

export interface EntryCounts {
  added: number;
  changed: number;
  removed: number;
  notes: number;
  same: number;
  /** Cells that wait to be mended. */
  wrong: number;
  clashed: number;
}

export function entryCounts(cells: readonly TouchedCell[]): EntryCounts {
  const counts = { added: 0, changed: 0, removed: 0, notes: 0, same: 0, wrong: 0, clashed: 0 };
  for (const { point, decision } of cells) {
    if (decision.does === 'keep' && !decision.isNewNumber) counts.notes += 1;
    else if (decision.does === 'keep') counts[point ? 'changed' : 'added'] += 1;
    else if (decision.does === 'remove') counts.removed += 1;
    else if (decision.does === 'hold') counts.wrong += decision.isWrong ? 1 : 0;
    else if (decision.does === 'clash') counts.clashed += 1;
    else counts.same += 1;
  }
  return counts;
}

/** "10 new, 2 changed, 1 removed" */
function countsInWords({ added, changed, removed, notes, same }: EntryCounts): string {
  const said: [number, string][] = [
    [added, 'new'],
    [changed, 'changed'],
    [removed, 'removed'],
    [notes, notes === 1 ? 'note' : 'notes'],
    [same, 'the same'],
  ];
  return said
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString('en-US')} ${word}`)
    .join(', ');
}

/** "the week of Oct 12", "the week of Oct 12, 2025, Lincoln" */
export function placeWords(
  { frequency }: Pick<Measure, 'frequency'>,
  { periodStart, stratum }: Pick<TouchedCell, 'periodStart' | 'stratum'>,
  today: string,
): string {
  const period = periodWords(periodStart, frequency, periodStart.slice(0, 4) !== today.slice(0, 4));
  return stratum === '' ? period : `${period}, ${stratum}`;
}

/** The line that an entry leaves in history; null where no number and no note changed. */
export function entryWords(
  measure: Measure,
  cells: readonly TouchedCell[],
  counts: EntryCounts,
  kind: EntryKind,
  today: string,
): Pick<Deed, 'deed' | 'detail' | 'small'> | null {
  const touched = cells.filter(
    ({ decision: one }) =>
      one.does === 'keep' || one.does === 'remove' || (one.does === 'hold' && one.isNoteNew),
  );
  const only = touched[0];
  if (!only) return null;
  const changed = touched
    .filter(({ point }) => point !== null)
    .map((cell) => ({
      periodStart: cell.periodStart,
      ...(cell.stratum ? { stratum: cell.stratum } : {}),
      was: cell.point && plainFigures(cell.point),
      is: cell.decision.does === 'keep' ? cell.decision.figures : null,
    }));
  const verb = kind === 'paste' ? 'pasted numbers into' : 'entered numbers of';
  const isOne = touched.length === 1 && kind !== 'paste';
  return {
    deed: isOne ? oneInWords(measure, only, today) : `${verb} “${measure.name}”: ${countsInWords(counts)}`,
    detail: { changed },
    small: isOne ? smallWords(measure, only, today) : null,
  };
}

/** The line for those who may not see counts out of few; null where it tells none. */
function smallWords(measure: Measure, cell: TouchedCell, today: string): Deed['small'] {
  const { point, decision } = cell;
  const is = decision.does === 'keep' ? decision.figures.denominator : null;
  const outOf = [point?.denominator, is].filter((one) => typeof one === 'number');
  if (outOf.length === 0) return null;
  const about = `“${measure.name}” for ${placeWords(measure, cell, today)}`;
  const verb = decision.does === 'remove' ? 'removed the number of' : point ? 'changed' : 'entered';
  return { outOf: Math.min(...outOf), deed: `${verb} ${about}` };
}

function oneInWords(measure: Measure, cell: TouchedCell, today: string): string {
  const { point, decision } = cell;
  const about = `“${measure.name}” for ${placeWords(measure, cell, today)}`;
  const was = point ? figuresWords(measure, point) : '';
  if (decision.does === 'remove') return `removed the number of ${about}. It was ${was}`;
  if (decision.does !== 'keep' || (point && !decision.isNewNumber)) return `changed the note of ${about}`;
  const is = figuresWords(measure, decision.figures);
  if (!point) return `entered ${about}: ${is}`;
  return isSame(point, decision.figures)
    ? `changed the single values of ${about}`
    : `changed ${about} from ${was} to ${is}`;
}

const plainFigures = ({ numerator, denominator, value }: KeptPoint) => ({ numerator, denominator, value });

/** What the page says after a form was saved. */
export function savedEntryWords(counts: EntryCounts): string {
  const { added, changed, removed, notes, wrong } = counts;
  const isAny = added + changed + removed + notes > 0;
  const saved = isAny ? `Saved: ${countsInWords({ ...counts, same: 0 })}.` : '';
  const look = wrong > 0 ? `${plural(wrong, 'number')} ${wrong === 1 ? 'needs' : 'need'} a look.` : '';
  return [saved, look].filter(Boolean).join(' ') || 'Nothing changed.';
}
