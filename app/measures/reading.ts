import {
  type ChartKind,
  chartKindWords,
  type Decision,
  type MeasureRuleSet,
  type RuleSet,
  type Scale,
} from '#db/vocabulary';
import type { ChartCycle, ChartEvent, ChartPoint, RunChartData } from '~/charts/run-chart-data';
import type { Centre } from '~/charts/signal-words';
import { type ReadingInWords, readingInWords, ruleLine, sentenceFor } from '~/charts/words';
import { type ControlChartInput, readControlChart } from '~/statistics/control-chart';
import { type NhsReading, readNhs } from '~/statistics/nhs';
import { type Better, type RunChartInput, readRunChart } from '~/statistics/run-chart';
import type { AskedChart } from './asked-chart';
import { baselineOf, breaksOf, type HeldBaseline, takesPart } from './baseline';
import { type ChartOffer, type ControlKind, controlFigures, offerCharts } from './chart-offer';
import { type ControlFigures, readControl } from './control-reading';
import { goalsByDay } from './goals';
import { hiddenWords } from './masking';
import { goalWord, hasRhythm, type Measure } from './measure';
import { ofNewestPhase } from './newest-phase';
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

/** What a chart needs beyond its measure and numbers; none of it changes what the rules say. */
export interface ReadingOptions {
  /** Asked for by address: "run", "control" (the one that the measure or its data choose), or a kind by name. */
  chart?: AskedChart | null;
  /** What happened, as charts draw it. */
  events?: readonly ChartEvent[];
}

export interface MeasureReading {
  chart: RunChartData;
  words: ReadingInWords;
  ruleSet: MeasureRuleSet;
  /** The rule set by name with its numbers for this many points. */
  ruleLine: string;
  /** What is drawn. */
  kind: ChartKind;
  /** What is drawn where an address asks for nothing. */
  ownKind: ChartKind;
  /** Why the chart that was asked for or chosen is not drawn; null where it is. */
  notDrawn: string | null;
  /** The charts that the data allow. */
  offer: ChartOffer;
  /** Of a control chart: what its limits rest on. */
  control: ControlFigures | null;
  /** The points that later ones are judged against; null while they are all of the chart, or of the phase. */
  baseline: HeldBaseline | null;
  /** How many points took part in the median that is held still; null while it is the chart's own. */
  frozen: number | null;
  /** The cycle since whose first day of Do it is held still; null while it is the chart's own. */
  heldSince: number | null;
  /** The newest point with a value that takes part. */
  latest: (ChartPoint & { value: number }) | null;
  /** The cycles that target the measure, started or not. */
  cycles: TestedCycle[];
  /** Variation and assurance of Making Data Count; null where the measure does not show them, or has no limits yet. */
  icons: Pick<NhsReading, 'variationIcon' | 'letter' | 'assuranceIcon'> | null;
  /** What the run chart of the series was read from. */
  series: RunChartInput;
}

const betterOf = { higher: 'up', lower: 'down', neither: 'neither' } as const;
const always: Calendar = { schoolYearFirstMonth: 7, holidays: [] };

/**
 * Reads a measure's series: the drawing's data, and what it says in words.
 *
 * `points` in order of time, the whole group only; `cycles` are all of the team's (`cyclesForChart`); `ruleSet` is the
 * community's, used where the measure names none. Run chart first: a control chart is drawn where the measure chose it,
 * where it is asked for, or where the measure's rules are those of control charts, and the data allow it. Ghosted points
 * take no part. Pure. Source: statistics, § 0, § 1 and § 5.
 */
export function readMeasure(
  measure: Measure,
  points: readonly SeriesPoint[],
  cycles: readonly TestedCycle[],
  ruleSet: RuleSet,
  calendar: Calendar = always,
  { chart: asked = null, events = [] }: ReadingOptions = {},
): MeasureReading {
  const rules = measure.ruleSet ?? ruleSet;
  const better = betterOf[measure.direction];
  const targeting = cycles.filter((cycle) => cycle.measureIds.includes(measure.id));
  const drawn = drawnPoints(measure, points, calendar);
  const plain = drawn.map(({ point }) => point);
  const baseline = baselineOf(measure, plain, firstBegun(targeting.length > 0 ? targeting : cycles));
  const shared = {
    frozen: baseline?.frozen,
    breaks: breaksOf(measure.phaseStarts, plain),
    excluded: plain.flatMap((point, index) => (point.ghosted ? [index] : [])),
    rules,
    better,
  };
  const series = { ...shared, values: plain.map(({ value }) => value) };
  const offer = offerCharts(measure, points);
  const { kind, notDrawn } = kindOf(measure, rules, asked, offer);
  const control = (of: ControlKind, more: Partial<ControlChartInput> = {}) => {
    const figures = controlFigures(
      of,
      measure,
      drawn.map(({ entry }) => entry),
    );
    return { ...figures, ...shared, isScreened: measure.isScreened, ...more };
  };
  const limited = kind === 'run' ? null : readControl(kind, plain, control(kind));
  const reading = ofNewestPhase(limited?.reading ?? readRunChart(series));
  const shown = limited?.points ?? plain;
  const centre: Centre = limited?.limits.centreWord === 'Mean' ? 'mean' : 'median';
  const options = { better, ruleSet: rules, centre, hasLimits: limited !== null };
  const isOwnUnit = kind !== 'mr' && kind !== 's';
  const chart: RunChartData = {
    title: `${limited ? chartKindWords[kind].replace(/:.*/, '') : 'Run chart'}: ${measure.name}`,
    points: shown,
    unit: unitOf(
      measure,
      shown.map((point) => point.value),
    ),
    better,
    goal: isOwnUnit ? measure.goal : null,
    goalWord: goalWord(measure.type),
    cycles: targeting.flatMap(cycleMark),
    reading,
    sentence: sentenceFor(reading, shown, options),
    ...(limited ? { limits: limited.limits } : {}),
    ...goalsOf(measure, shown, isOwnUnit),
    ...(events.length > 0 ? { events: [...events] } : {}),
  };
  return {
    chart,
    words: readingInWords(reading, shown, options),
    ruleSet: rules,
    ruleLine: ruleLine(reading, rules, options),
    kind,
    ownKind: kindOf(measure, rules, null, offer).kind,
    notDrawn,
    offer,
    control: limited?.figures ?? null,
    baseline,
    frozen: baseline?.points ?? null,
    heldSince: baseline?.by.kind === 'cycle' ? baseline.by.number : null,
    latest: shown.findLast(takesPart) ?? null,
    cycles: targeting,
    icons: iconsOf(measure, offer, better, (of) => control(of, { rules: 'nhs' })),
    series,
  };
}

/** What is drawn: what was asked for, else what the measure chose, else what its rules need, else the run chart. */
function kindOf(
  measure: Measure,
  rules: MeasureRuleSet,
  asked: ReadingOptions['chart'],
  offer: ChartOffer,
): { kind: ChartKind; notDrawn: string | null } {
  const own = measure.chartKind === 'run' ? null : measure.chartKind;
  const needsLimits = rules === 'western-electric' || rules === 'nelson';
  const wanted =
    asked === 'control' ? (own ?? 'data') : (asked ?? measure.chartKind ?? (needsLimits ? 'data' : 'run'));
  if (wanted === 'run') return { kind: 'run', notDrawn: null };
  if (wanted === 'data') {
    return offer.control === null
      ? { kind: 'run', notDrawn: offer.standingReason }
      : { kind: offer.control, notDrawn: null };
  }
  const option = offer.options.find(({ kind }) => kind === wanted);
  if (option?.isAllowed) return { kind: wanted, notDrawn: null };
  return { kind: 'run', notDrawn: option?.reason ?? null };
}

/** Both icons are of the control chart that the data ask for, read by the NHS rules. */
function iconsOf(
  measure: Measure,
  { control }: ChartOffer,
  better: Better,
  inputOf: (kind: ControlKind) => Omit<ControlChartInput, 'kind'>,
): MeasureReading['icons'] {
  if (!measure.showsIcons || control === null) return null;
  const { variationIcon, letter, assuranceIcon } = readNhs(
    readControlChart({ ...inputOf(control), kind: control }),
    better,
    measure.goal,
  );
  return { variationIcon, letter, assuranceIcon };
}

function goalsOf({ firstGoal, goalSteps }: Measure, points: ChartPoint[], isOwnUnit: boolean) {
  const goals = isOwnUnit ? goalsByDay(firstGoal, goalSteps, points[0]?.date) : [];
  return goals.length > 0 ? { goals } : {};
}

/** The cycle whose Do began first among these; undefined while none has begun. */
function firstBegun(cycles: readonly TestedCycle[]) {
  return cycles
    .flatMap(({ number, doStartedOn }) => (doStartedOn === null ? [] : [{ number, doStartedOn }]))
    .sort((a, b) => a.doStartedOn.localeCompare(b.doStartedOn) || a.number - b.number)
    .at(0);
}

interface Drawn {
  point: ChartPoint;
  /** As it is kept; a hole has no figures. */
  entry: Pick<SeriesPoint, 'numerator' | 'denominator' | 'value' | 'rawValues'>;
}

const nothing = { numerator: null, denominator: null, value: null };

/** Series points as they are drawn, with a break for each hole: periods without a number are no zeros. */
function drawnPoints(measure: Measure, points: readonly SeriesPoint[], calendar: Calendar): Drawn[] {
  const { frequency } = measure;
  const withYear = spansAYear(points);
  const drawn: Drawn[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const missing =
      before && hasRhythm(measure)
        ? periodsBetween(before.periodStart, point.periodStart, frequency, calendar)
        : [];
    if (missing[0] !== undefined) drawn.push({ point: hole(missing, measure, withYear), entry: nothing });
    drawn.push({
      entry: point,
      point: {
        id: point.id,
        date: point.periodStart,
        label: periodLabel(point.periodStart, frequency, withYear),
        value: shownValue(measure, point),
        numerator: point.numerator,
        denominator: point.denominator,
        ghosted: point.ghostedAt !== null,
        ...(point.hiddenUnder === undefined ? {} : { hidden: hiddenWords(point) }),
        note: [point.note, point.ghostReason].filter(Boolean).join('. ') || null,
      },
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
