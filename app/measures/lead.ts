import { centreOf, headOf } from '~/charts/signal-words';
import { plural } from '~/ui/words';
import type { Measure } from './measure';
import { nextStart, numberNoun, periodNoun, periodWords } from './periods';
import type { MeasureReading } from './reading';
import { valueWords } from './series';

/** The second voice under the verdict: how sure, since when, and how far from the goal. */
export function leadFor(measure: Measure, reading: MeasureReading): string {
  return [certainty(reading), beginning(measure, reading), latest(measure, reading)]
    .filter(Boolean)
    .join(' ');
}

/** Which points the median comes from: "Median of 12 weeks, held still since Cycle 4 began". */
export function medianWords(measure: Measure, { baseline, chart }: MeasureReading): string {
  const centre = centreOf(chart);
  const phases = chart.reading.phases.length;
  if (phases > 1) return `A ${centre} for each of its ${phases} phases`;
  if (baseline === null) return `The ${centre} of all its points`;
  const of = `${sentenceCase(centre)} of ${plural(baseline.points, numberNoun(measure))}`;
  return baseline.by.kind === 'cycle'
    ? `${of}, held still since Cycle ${baseline.by.number} began so that change can show`
    : `${of}, through ${periodWords(baseline.by.through, measure.frequency)}`;
}

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function certainty({ words, latest: newest, chart }: MeasureReading): string {
  if (!newest) return 'The first number makes the first point.';
  if (words.verdict === 'early') {
    return 'A few points show what is usual. From 10 on, the rules can tell a change from chance.';
  }
  if (words.word === 'No signal yet') return 'Chance alone gives ups and downs like these.';
  if (words.word === 'No signal now') return 'Find out what was different then.';
  if (words.word === 'Unusual pattern')
    return 'It may be a drift or two groups mixed. Look at how it is counted.';
  return chart.better === 'neither'
    ? 'That is unlikely to be chance. Neither way is better for this measure.'
    : 'That is unlikely to be luck.';
}

/** "It began the week Cycle 4 began." */
function beginning({ frequency }: Measure, { chart }: MeasureReading): string {
  const main = headOf(chart.reading.signals);
  const first = chart.points[main?.points[0] ?? -1];
  if (!first) return '';
  const until = nextStart(first.date, frequency);
  const cycle = chart.cycles.find(({ start }) => start >= first.date && start < until);
  return cycle ? `It began the ${periodNoun[frequency]} Cycle ${cycle.number} began.` : '';
}

function latest(measure: Measure, { latest: newest, chart }: MeasureReading): string {
  if (!newest) return '';
  const noun = numberNoun(measure);
  const is = `The latest ${noun} is ${valueWords(newest.value, chart.unit)}`;
  if (measure.goal === null || chart.goal === null) return `${is}.`;
  const goal = `the ${chart.goalWord.toLowerCase()} of ${valueWords(measure.goal, chart.unit)}`;
  // What is left to go is that of the number as it is written: 80% less 66.3% is 13.7 points.
  const written = Number(newest.value.toFixed(chart.unit.decimals));
  const ahead = measure.direction === 'lower' ? measure.goal - written : written - measure.goal;
  if (measure.direction === 'neither')
    return `${is}. ${chart.goalWord}: ${valueWords(measure.goal, chart.unit)}.`;
  if (ahead >= 0) return `${is}, which meets ${goal}.`;
  if (measure.type === 'balancing') {
    return `${is}, ${measure.direction === 'higher' ? 'under' : 'past'} ${goal}.`;
  }
  const points = -ahead;
  const left = valueWords(points, chart.unit);
  const far = chart.unit.kind === 'percent' ? `${left.replace('%', '')} points` : left;
  return `${is}, which is ${far} ${measure.direction === 'lower' ? 'above' : 'short of'} ${goal}.`;
}
