import type { Judging } from './judging.server';
import { medianWords } from './lead';
import type { Measure } from './measure';
import { periodLabel, periodWords } from './periods';
import type { MeasureReading } from './reading';
import type { SeriesPoint } from './series';

/** A sentence about how the numbers are judged, and what can be taken back. */
export interface JudgedLine {
  /** Of a phase or a point; the baseline has none. */
  id: string;
  words: string;
}

export interface Judged {
  baseline: string;
  phases: JudgedLine[];
  aside: JudgedLine[];
}

const by = (who: string | null, reason: string) =>
  `${who ? ` by ${who}` : ''}${reason === '' ? '' : `: ${reason.replace(/\.$/, '')}`}.`;

/** The baseline, the phases and the numbers set aside, each with its name and reason. */
export function judgedLines(
  measure: Measure,
  reading: MeasureReading,
  { baseline, phases }: Judging,
  groups: ReadonlyMap<string, readonly SeriesPoint[]>,
  today: string,
): Judged {
  const { frequency } = measure;
  const isOther = (day: string) => day.slice(0, 4) !== today.slice(0, 4);
  const isChosen = reading.baseline?.by.kind === 'chosen' && baseline !== null;
  return {
    baseline: isChosen
      ? `${medianWords(measure, reading)}, set${by(baseline.who, baseline.reason)}`
      : `${medianWords(measure, reading)}.`,
    phases: phases.map(({ id, fromOn, reason, who }) => ({
      id,
      words: `A new phase since ${periodWords(fromOn, frequency, isOther(fromOn))}, started${by(who, reason)}`,
    })),
    aside: [...groups].flatMap(([name, points]) =>
      points
        .filter(({ ghostedAt }) => ghostedAt !== null)
        .map(({ id, periodStart, ghostReason, ghostedBy }) => ({
          id,
          words: `${periodLabel(periodStart, frequency, isOther(periodStart))}${name === '' ? '' : ` (${name})`}, set aside${by(ghostedBy ?? null, ghostReason ?? '')}`,
        }))
        .reverse(),
    ),
  };
}
