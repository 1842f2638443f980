import type { KeptPoint } from './cell';
import { hasTwoNumbers, type Measure } from './measure';
import { periodLabel } from './periods';
import { figuresWords } from './series';

/** Where one number came from. */
export interface EnteredBy {
  id: string;
  /** "Week of Oct 12", with its group where it is not the whole. */
  label: string;
  /** "266 of 310"; empty for those who may not see small counts. */
  figures: string;
  who: string;
  when: string;
  /** The file it was imported from; null where somebody typed it. */
  file: string | null;
}

/** Who entered which number, and from which file: newest period first. */
export function enteredBy(
  measure: Measure,
  points: readonly KeptPoint[],
  moment: (instant: string) => string,
): EnteredBy[] {
  const withYear = new Set(points.map((point) => point.periodStart.slice(0, 4))).size > 1;
  return points
    .map((point) => {
      const period = periodLabel(point.periodStart, measure.frequency, withYear);
      const several =
        point.rawValues && !hasTwoNumbers(measure.kind) ? `: ${point.rawValues.join(', ')}` : '';
      return {
        id: point.id,
        label: point.stratum === '' ? period : `${period}, ${point.stratum}`,
        figures: `${figuresWords(measure, point)}${several}`,
        who: point.who ?? 'Upcurve',
        when: moment(point.enteredAt),
        file: point.file,
      };
    })
    .reverse();
}
