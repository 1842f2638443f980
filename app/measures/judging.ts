import { type BaselineFields, byDefault } from './judging-forms';
import type { Measure } from './measure';
import { periodWords } from './periods';
import { type SeriesPoint, shownValue } from './series';

/* What may be held as a baseline, begun as a phase, or set aside: the rules behind the forms. */

/** A middle of fewer numbers than this moves too much to judge by; limits need as many. */
export const fewestInBaseline = 6;

export interface Refused {
  field: 'throughOn' | 'fromOn' | 'pointId';
  sentence: string;
}

/** A number as it is judged: what is set aside, or is none, does not count. */
export interface Judged {
  date: string;
  counts: boolean;
}

export const judgedPoints = (measure: Measure, points: readonly SeriesPoint[]): Judged[] =>
  points.map((point) => ({
    date: point.periodStart,
    counts: point.ghostedAt === null && shownValue(measure, point) !== null,
  }));

const counted = (points: readonly Judged[], isIn: (date: string) => boolean) =>
  points.reduce((all, { date, counts }) => all + (counts && isIn(date) ? 1 : 0), 0);

/** Why the baseline cannot be held through this number; null where it can. */
export function whyNotHeld(
  measure: Measure,
  points: readonly Judged[],
  throughOn: BaselineFields['throughOn'],
): Refused | null {
  if (throughOn === byDefault) return null;
  const no = (sentence: string): Refused => ({ field: 'throughOn', sentence });
  if (measure.phaseStarts.length > 0) {
    return no('This chart has phases, each with a middle of its own. Take the phases back first.');
  }
  if (!points.some(({ date }) => date === throughOn)) return no('Choose a period that has a number.');
  const taking = counted(points, (date) => date <= throughOn);
  if (taking >= fewestInBaseline) return null;
  const through = periodWords(throughOn, measure.frequency);
  const are = taking === 1 ? 'there is 1' : `there are ${taking}`;
  return no(`A baseline needs ${fewestInBaseline} numbers or more. Through ${through} ${are}.`);
}

/** Why no phase can begin with this number; null where one can. */
export function whyNoPhase(measure: Measure, points: readonly Judged[], fromOn: string): Refused | null {
  const no = (sentence: string): Refused => ({ field: 'fromOn', sentence });
  if (!points.some(({ date }) => date === fromOn)) return no('Choose a period that has a number.');
  if (measure.phaseStarts.includes(fromOn)) {
    return no(`A phase begins with ${periodWords(fromOn, measure.frequency)} already.`);
  }
  if (counted(points, (date) => date < fromOn) === 0) {
    return no('There is no number before it. A new phase begins after an old one.');
  }
  return null;
}
