// The run chart rules of the Institute for Healthcare Improvement, with their figures (statistics.md § 3).

import { oneSidedRuns, type Pattern, trends } from './patterns';
import { excludedMarks, phasesOf } from './phases';
import { type Figures, multiplierOf, plotFigures } from './plotted';
import { FEWEST_POINTS_TO_TEST } from './rule-sets';
import { markSides, medianOfBaseline } from './run-chart';
import { countRuns, halvedRunCountLimits, OUT, type RunLimits, runCountLimits } from './runs';

export interface IhiInput extends Figures {
  frozen?: number | undefined;
  breaks?: readonly number[] | undefined;
  excluded?: readonly number[] | undefined;
  multiply?: number | undefined;
}

export type RunsVerdict = 'too few' | 'expected' | 'too many';

export interface IhiPhase {
  start: number;
  end: number;
  /** multiplied */
  median: number | null;
  useful: number;
  above: number;
  below: number;
  runs: number;
  /** limits for the useful points split in half, as printed tables have them; null below ten useful points */
  halved: RunLimits | null;
  halvedVerdict: RunsVerdict | null;
  /** limits for the points actually above and below; null below ten useful points or with one side empty */
  actual: RunLimits | null;
  actualVerdict: RunsVerdict | null;
  shifts: readonly Pattern[];
  trends: readonly Pattern[];
}

const SHIFT = 6; // Perla, Provost & Murray 2011, BMJ Qual Saf 20:46
const TREND = 5; // the same

/** The IHI figures of each phase of a run chart; throws NumbersRefused as plotFigures does. */
export function readIhi(input: IhiInput): IhiPhase[] {
  const { values } = plotFigures('run', input);
  const multiply = multiplierOf(input.multiply);
  const excluded = excludedMarks(values.length, input.excluded);
  const sides = new Int8Array(values.length).fill(OUT);
  return phasesOf(values.length, input).map(({ start, end, baselineEnd }) => {
    const centre = medianOfBaseline(values, excluded, start, baselineEnd);
    markSides(sides, values, excluded, start, end, centre);
    const { useful, above, below, crossings } = countRuns(sides, start, end);
    const runs = useful === 0 ? 0 : crossings + 1;
    const isTested = useful >= FEWEST_POINTS_TO_TEST;
    const halved = isTested ? halvedRunCountLimits(useful) : null;
    const actual = isTested ? runCountLimits(above, below) : null;
    return {
      start,
      end,
      median: centre === null ? null : centre * multiply,
      useful,
      above,
      below,
      runs,
      halved,
      halvedVerdict: verdictOn(runs, halved),
      actual,
      actualVerdict: verdictOn(runs, actual),
      shifts: oneSidedRuns(sides, start, end, SHIFT, 'skips'),
      trends: trends(values, sides, start, end, TREND, 'skips'),
    };
  });
}

function verdictOn(runs: number, limits: RunLimits | null): RunsVerdict | null {
  if (!limits) return null;
  if (runs < limits.fewest) return 'too few';
  return runs > limits.most ? 'too many' : 'expected';
}
