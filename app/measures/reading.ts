import type { Decision, MeasureRuleSet, RuleSet, Scale } from '#db/vocabulary';
import type { ChartCycle, ChartPoint, RunChartData } from '~/charts/run-chart-data';
import { type ReadingInWords, readingInWords, ruleLine, sentenceFor } from '~/charts/words';
import { defaultFrozen, readRunChart } from '~/statistics/run-chart';
import { goalWord, type Measure } from './measure';
import { type Calendar, periodLabel, periodNoun, periodsBetween } from './periods';
import { type SeriesPoint, shownValue, unitOf } from './series';

/** A cycle as the charts of its team need it. */
export interface TestedCycle {
  id: string;
  teamId: string;
  number: number;
  idea: string;
  scale: Scale | null;
  startsOn: string;
  doStartedOn: string | null;
  doEndedOn: string | null;
  /** Empty while the Study is unwritten. */
  learned: string;
  decision: Decision | null;
  decidedOn: string | null;
  /** The measures it made a numeric prediction for: it targets these. */
  measureIds: string[];
}

export interface MeasureReading {
  chart: RunChartData;
  words: ReadingInWords;
  ruleSet: MeasureRuleSet;
  /** The rule set by name with its numbers for this many points. */
  ruleLine: string;
  /** How many points took part in the median that is held still; null while it is the chart's own. */
  frozen: number | null;
  /** The cycle since whose first day of Do it is held still; null while it is the chart's own. */
  heldSince: number | null;
  /** The newest point with a value that takes part. */
  latest: (ChartPoint & { value: number }) | null;
  /** The cycles that target the measure, started or not. */
  cycles: TestedCycle[];
}

const betterOf = { higher: 'up', lower: 'down', neither: 'neither' } as const;
const always: Calendar = { schoolYearFirstMonth: 7, holidays: [] };

/**
 * Reads a measure's series by the run chart rules: the drawing's data, and what it says in words.
 *
 * `points` in order of time, the whole group only; `cycles` are all of the team's (`cyclesForChart`); `ruleSet` is the
 * community's, used where the measure names none. The median is frozen on the points before the first Do of the cycles
 * that target the measure (of all the team's where none targets it) once there are 12 of them; ghosted points take no
 * part. Pure. Source: statistics, § 0.
 */
export function readMeasure(
  measure: Measure,
  points: readonly SeriesPoint[],
  cycles: readonly TestedCycle[],
  ruleSet: RuleSet,
  calendar: Calendar = always,
): MeasureReading {
  const rules = measure.ruleSet ?? ruleSet;
  const better = betterOf[measure.direction];
  const targeting = cycles.filter((cycle) => cycle.measureIds.includes(measure.id));
  const drawn = chartPoints(measure, points, calendar);
  const first = firstBegun(targeting.length > 0 ? targeting : cycles);
  const frozen = frozenPoints(drawn, first?.doStartedOn);
  const reading = readRunChart({
    values: drawn.map((point) => point.value),
    frozen,
    excluded: drawn.flatMap((point, index) => (point.ghosted ? [index] : [])),
    rules,
    better,
  });
  const options = { better, ruleSet: rules };
  const sentence = sentenceFor(reading, drawn, options);
  const chart: RunChartData = {
    title: `Run chart: ${measure.name}`,
    points: drawn,
    unit: unitOf(
      measure,
      drawn.map((point) => point.value),
    ),
    better,
    goal: measure.goal,
    goalWord: goalWord(measure.type),
    cycles: targeting.flatMap(cycleMark),
    reading,
    sentence,
  };
  return {
    chart,
    words: readingInWords(reading, drawn, options),
    ruleSet: rules,
    ruleLine: ruleLine(reading, rules),
    frozen: frozen === undefined ? null : drawn.slice(0, frozen).filter(hasPart).length,
    heldSince: frozen === undefined ? null : (first?.number ?? null),
    latest: drawn.findLast(hasPart) ?? null,
    cycles: targeting,
  };
}

const hasPart = (point: ChartPoint): point is ChartPoint & { value: number } =>
  point.value !== null && !point.ghosted;

/** The cycle whose Do began first among these; undefined while none has begun. */
function firstBegun(cycles: readonly TestedCycle[]) {
  return cycles
    .flatMap(({ number, doStartedOn }) => (doStartedOn === null ? [] : [{ number, doStartedOn }]))
    .sort((a, b) => a.doStartedOn.localeCompare(b.doStartedOn) || a.number - b.number)
    .at(0);
}

/** Twelve points that take part are asked for; those without a number or set aside before the day come along. */
function frozenPoints(points: ChartPoint[], day: string | undefined): number | undefined {
  if (day === undefined) return undefined;
  const before = points.filter((point) => point.date < day);
  return defaultFrozen(before.filter(hasPart).length) === undefined ? undefined : before.length;
}

/** Series points as they are drawn, with a break for each hole: periods without a number are no zeros. */
function chartPoints(measure: Measure, points: readonly SeriesPoint[], calendar: Calendar): ChartPoint[] {
  const { frequency } = measure;
  const withYear = spansAYear(points);
  const drawn: ChartPoint[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const missing = before ? periodsBetween(before.periodStart, point.periodStart, frequency, calendar) : [];
    if (missing[0] !== undefined) drawn.push(hole(missing, measure, withYear));
    drawn.push({
      id: point.id,
      date: point.periodStart,
      label: periodLabel(point.periodStart, frequency, withYear),
      value: shownValue(measure, point),
      numerator: point.numerator,
      denominator: point.denominator,
      ghosted: point.ghostedAt !== null,
      note: [point.note, point.ghostReason].filter(Boolean).join('. ') || null,
    });
  });
  return drawn;
}

function hole(missing: string[], { frequency }: Measure, withYear: boolean): ChartPoint {
  const first = missing[0] as string;
  const label = periodLabel(first, frequency, withYear);
  const more = missing.length - 1;
  const noun = periodNoun[frequency];
  return {
    id: `hole-${first}`,
    date: first,
    label: more === 0 ? label : `${label} and ${more} more ${noun}${more === 1 ? '' : 's'}`,
    value: null,
  };
}

/** Labels name the year where "Oct 12" alone could be two days. */
function spansAYear(points: readonly SeriesPoint[]): boolean {
  const [first, last] = [points[0]?.periodStart, points.at(-1)?.periodStart];
  return first !== undefined && last !== undefined && Date.parse(last) - Date.parse(first) > 330 * 86_400_000;
}

/** A cycle on the time line: from the first day of Do to the decision. One that has not begun is not on it. */
function cycleMark(cycle: TestedCycle): ChartCycle[] {
  if (cycle.doStartedOn === null) return [];
  return [
    {
      id: cycle.id,
      number: cycle.number,
      start: cycle.doStartedOn,
      end: cycle.decidedOn ?? cycle.doEndedOn,
      decision: cycle.decision,
      label: cycle.idea,
    },
  ];
}
