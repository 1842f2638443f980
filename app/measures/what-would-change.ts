import type { Unit } from '~/charts/run-chart-data';
import { centreOf, headOf } from '~/charts/signal-words';
import { formatValue, pointsInShift } from '~/charts/words';
import { sideOf } from '~/statistics/center';
import { FEWEST_POINTS_TO_TEST } from '~/statistics/rule-sets';
import { readRunChart } from '~/statistics/run-chart';
import { fewestCrossings } from '~/statistics/runs';
import type { Signal } from '~/statistics/signals';
import { plural } from '~/ui/words';
import { takesPart } from './baseline';
import type { Measure } from './measure';
import { numberNoun } from './periods';
import type { MeasureReading } from './reading';

/**
 * What the next numbers would have to be for the chart to say something else: when the rules begin to test, how many
 * more make a shift, what would end the signal that goes on. Rules that grow with the chart are asked for the points
 * they would then have.
 */
export function whatWouldChange(
  measure: Pick<Measure, 'frequency' | 'kind'>,
  reading: MeasureReading,
): string[] {
  const { chart } = reading;
  if (reading.latest === null) return [];
  const head = headOf(chart.reading.signals);
  const said = head ? [wouldEnd(head, reading)] : [untilTested(reading) ?? untilShift(measure, reading)];
  if (!head) said.push(outside(reading));
  said.push(untilFirm(reading));
  return said.filter((sentence) => sentence !== null);
}

/** A line lies between the numbers: it has a decimal also where they have none. */
const lineWords = (value: number, unit: Unit) =>
  formatValue(value, unit, { decimals: Number.isInteger(value) ? 0 : Math.max(1, unit.decimals) });

const phaseOf = ({ chart }: MeasureReading) => chart.reading.phases.at(-1);

/** "2 more points until the rules can test." */
function untilTested(reading: MeasureReading): string | null {
  const phase = phaseOf(reading);
  if (!phase || reading.chart.reading.enough || reading.control?.standing === 'firm') return null;
  const missing = FEWEST_POINTS_TO_TEST - phase.useful;
  if (missing <= 0) return null;
  const taking = reading.chart.points.slice(phase.start, phase.end + 1).filter(takesPart).length;
  const centre = centreOf(reading.chart);
  const which = taking > phase.useful ? ` that are not on the ${centre}` : '';
  return `${plural(missing, 'more point', 'more points')}${which} until the rules can test.`;
}

/** "One point below 82% would end this." */
function wouldEnd(signal: Signal, reading: MeasureReading): string | null {
  const { chart } = reading;
  const centre = chart.reading.phases[signal.phase]?.centre ?? null;
  const say = (value: number) => lineWords(value, chart.unit);
  switch (signal.rule) {
    case 'shift':
      if (centre === null) return null;
      return `One point ${signal.side === 'above' ? 'below' : 'above'} ${say(centre)} would end this.`;
    case 'trend': {
      const last = chart.points[signal.points.at(-1) ?? -1]?.value ?? null;
      if (last === null) return null;
      return `One point ${signal.side === 'rising' ? 'below' : 'above'} ${say(last)} would end this.`;
    }
    case 'beyond limits':
      return 'One point inside the limits would end this.';
    case 'two of three':
    case 'four of five':
      return `One point near the ${centreOf(chart)} would end this.`;
    case 'crossings':
      return untilCrossed(signal, reading);
    default:
      return null;
  }
}

/** How often the line would have to cross, as the points that it takes are added. */
function untilCrossed({ count, phase }: Signal, { chart }: MeasureReading): string | null {
  const useful = chart.reading.phases[phase]?.useful ?? 0;
  let more = 1;
  // Each point adds one crossing at most, and less than half a crossing to what chance gives.
  while (count + more < fewestCrossings(useful + more)) more++;
  const each = more === 1 ? '' : ', one with each new point,';
  return `${plural(more, 'more crossing')} of the ${centreOf(chart)}${each} would end this.`;
}

/** "A shift needs 3 more weeks above the median." */
function untilShift(measure: Pick<Measure, 'frequency' | 'kind'>, reading: MeasureReading): string | null {
  const run = runNow(reading);
  if (!run) return null;
  const phase = phaseOf(reading);
  const isOwn = phase !== undefined && phase.baselineEnd === phase.end;
  const more = reading.control || !isOwn ? moreByCount(reading, run.count) : moreByTrial(reading, run.side);
  if (more === null) return null;
  const atLeast = isOwn ? 'at least ' : '';
  const centre = centreOf(reading.chart);
  const hint = reading.chart.reading.phases.length > 1 ? 'as numbers come' : 'until a baseline is held';
  const moves = isOwn ? `, which moves ${hint}` : '';
  return `A shift needs ${atLeast}${plural(more, `more ${numberNoun(measure)}`)} ${run.side} the ${centre}${moves}.`;
}

/** The run that the newest point is part of; null where it is on the line, and the rule set breaks runs there. */
function runNow(reading: MeasureReading): { count: number; side: 'above' | 'below' } | null {
  const { chart, ruleSet } = reading;
  const phase = phaseOf(reading);
  if (!phase || phase.centre === null) return null;
  const isBroken = ruleSet !== 'anhoej' && ruleSet !== 'ihi';
  let count = 0;
  let side = 0;
  for (const point of chart.points.slice(phase.start, phase.end + 1).reverse()) {
    if (!takesPart(point)) continue;
    const now = sideOf(point.value, phase.centre);
    if (now === 0 && !isBroken) continue;
    if (now === 0 || (side !== 0 && now !== side)) break;
    side = now;
    count++;
  }
  return count === 0 ? null : { count, side: side > 0 ? 'above' : 'below' };
}

const most = 60;

/** Against a middle that stays: what the rule asks for grows with the points that come. */
function moreByCount(reading: MeasureReading, run: number): number | null {
  const useful = phaseOf(reading)?.useful ?? 0;
  const hasLimits = reading.control !== null;
  for (let more = 1; more <= most; more++) {
    if (run + more >= pointsInShift(useful + more, reading.ruleSet, hasLimits)) return more;
  }
  return null;
}

/** Against the chart's own median, which follows: points as far out as the run has been are added until they make a shift. */
function moreByTrial({ series, chart }: MeasureReading, side: 'above' | 'below'): number | null {
  const phase = chart.reading.phases.at(-1);
  const values = chart.points
    .slice(phase?.start)
    .filter(takesPart)
    .map(({ value }) => value);
  const far = side === 'above' ? Math.max(...values) : Math.min(...values);
  for (let more = 1; more <= most; more++) {
    const tried = [...series.values, ...new Array<number>(more).fill(far)];
    const { signals } = readRunChart({ ...series, values: tried });
    if (signals.some((one) => one.rule === 'shift' && !one.past && one.points.at(-1) === tried.length - 1)) {
      return more;
    }
  }
  return null;
}

/** "One point above 88% or below 80.3% would be a signal." */
function outside({ chart, control }: MeasureReading): string | null {
  const at = chart.points.findLastIndex(takesPart);
  const upper = chart.limits?.upper[at] ?? null;
  const lower = chart.limits?.lower[at] ?? null;
  const say = (value: number) => lineWords(value, chart.unit);
  // What cannot be is no signal: nothing is above 100 % or below 0 of what is counted.
  const high =
    upper !== null && !(chart.unit.kind === 'percent' && upper >= 100) ? `above ${say(upper)}` : '';
  const low = lower !== null && (lower > 0 || chart.limits?.kind === 'i') ? `below ${say(lower)}` : '';
  if (!high && !low) return null;
  const size = control?.sigmaVaries ? ', in a group as large as the newest,' : '';
  return `One point ${[high, low].filter(Boolean).join(' or ')}${size} would be a signal.`;
}

/** "4 more points, and the limits are no trial any more." */
function untilFirm(reading: MeasureReading): string | null {
  const { control } = reading;
  const phase = phaseOf(reading);
  // A baseline that is held gets no more points.
  if (!control || !phase || phase.baselineEnd < phase.end) return null;
  if (control.standing === 'trial') {
    return `${plural(12 - control.points, 'more point', 'more points')}, and the limits are no trial any more.`;
  }
  if (control.standing === 'provisional') {
    return `${plural(20 - control.points, 'more point', 'more points')}, and the limits are firm.`;
  }
  return null;
}
