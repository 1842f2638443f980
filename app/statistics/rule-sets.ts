// The named rule sets: which patterns they look for and how long these must be (statistics.md § 3 and § 4).
import { alternations, oneSidedRuns, type Pattern, trends } from './patterns';
import { countRuns, fewestCrossings, longestRunLimit, OUT, runCountLimits } from './runs';
import { type Better, type RuleSet, type Signal, signalOf, wholePhaseSignal } from './signals';
import { mixtures, mostInZone, stretches, type ZoneBy } from './zone-patterns';

/** Fewer useful points than this are shown and not tested. */
export const FEWEST_POINTS_TO_TEST = 10; // statistics.md § 5, minimums

/** One phase as rules see it: plotted values and their sides of the centre (OUT where a point takes no part). */
export interface TestedPhase {
  values: Float64Array;
  sides: Int8Array;
  start: number;
  end: number;
  index: number;
  better: Better;
}

/** Where points lie about the limits. */
export interface Zones {
  /** of every point: beyond `sigmas` above 1, below −1, between 0, OUT */
  of: (sigmas: 1 | 2 | 3) => Int8Array;
  /** of one point by the limits at another */
  by: (sigmas: 1 | 2) => ZoneBy;
}

/** Signals of a rule set that need only the centre line. */
export function centreSignals(rules: RuleSet, phase: TestedPhase): Signal[] {
  const { values, sides, start, end, index, better } = phase;
  const runsOf = (least: number, onLine: 'skips' | 'breaks') =>
    asSignals(oneSidedRuns(sides, start, end, least, onLine), 'shift', least, better, index);
  const trendsOf = (least: number, ties: 'skips' | 'breaks') =>
    asSignals(trends(values, sides, start, end, least, ties), 'trend', least, better, index);
  switch (rules) {
    case 'anhoej':
      return anhoejSignals(phase);
    case 'ihi': // Perla, Provost & Murray 2011, BMJ Qual Saf 20:46
      return [...runsOf(6, 'skips'), ...trendsOf(5, 'skips'), ...runCountSignals(phase)];
    case 'nhs': // NHS England, Making Data Count; NHSRplotthedots 0.2.2
      return [...runsOf(7, 'breaks'), ...trendsOf(7, 'breaks')];
    case 'western-electric': // Western Electric 1956; qcc 3.0, rule 4
      return runsOf(8, 'breaks');
    case 'nelson': // Nelson 1984, J Qual Technol 16:237, tests 2–4; qcc 3.0
      return [
        ...runsOf(9, 'breaks'),
        ...trendsOf(6, 'breaks'),
        ...asSignals(alternations(values, sides, start, end, 14), 'alternating', 14, better, index),
      ];
  }
}

/** Signals of a rule set on a chart with limits: those beyond them, those of zones, and those of the centre line. */
export function limitSignals(rules: RuleSet, phase: TestedPhase, zones: Zones): Signal[] {
  const { start, end, sides, index, better } = phase;
  const beyond = zones.of(3);
  const single: Pattern[] = [];
  for (let i = start; i <= end; i++) {
    const side = beyond[i] as number;
    if (side !== 0 && side !== OUT) single.push({ side: side as 1 | -1, points: [i], completing: [i] });
  }
  const outer = (needed: number, window: number, sigmas: 1 | 2, name: string) =>
    asSignals(mostInZone(sides, start, end, needed, window, zones.by(sigmas)), name, needed, better, index);
  const inner = (least: number) => {
    const first = zones.of(1);
    return asSignals(
      stretches(sides, start, end, least, (i) => first[i] === 0),
      'close to the centre',
      least,
      better,
      index,
    );
  };
  const found = asSignals(single, 'beyond limits', 1, better, index);
  switch (rules) {
    case 'anhoej':
      return [...found, ...centreSignals(rules, phase)];
    case 'ihi': // the Shewhart rules of Provost & Murray, The Health Care Data Guide
      return [
        ...found,
        ...asSignals(oneSidedRuns(sides, start, end, 8, 'skips'), 'shift', 8, better, index),
        ...asSignals(trends(phase.values, sides, start, end, 6, 'skips'), 'trend', 6, better, index),
        ...outer(2, 3, 2, 'two of three'),
        ...inner(15),
      ];
    case 'nhs':
      return [
        ...found,
        ...centreSignals(rules, phase),
        ...asSignals(nhsTwoOfThree(phase, zones), 'two of three', 2, better, index),
      ];
    case 'western-electric':
      return [
        ...found,
        ...outer(2, 3, 2, 'two of three'),
        ...outer(4, 5, 1, 'four of five'),
        ...centreSignals(rules, phase),
      ];
    case 'nelson':
      return [
        ...found,
        ...centreSignals(rules, phase),
        ...outer(2, 3, 2, 'two of three'),
        ...outer(4, 5, 1, 'four of five'),
        ...inner(15),
        ...asSignals(mixtures(zones.of(1), start, end, 8), 'away from the centre', 8, better, index),
      ];
  }
}

/**
 * Making Data Count's two of three: at least two of three consecutive points between 2σ and 3σ and all three on one side
 * of the centre; only the outer points are flagged. Source: NHSRplotthedots 0.2.2.
 */
export function nhsTwoOfThree(phase: TestedPhase, zones: Zones): Pattern[] {
  const { sides, start, end } = phase;
  const [near, beyond] = [zones.of(2), zones.of(3)];
  const isOuter = (i: number) => near[i] !== 0 && beyond[i] === 0;
  const part: number[] = [];
  for (let i = start; i <= end; i++) if (sides[i] !== OUT) part.push(i);
  const found: Pattern[] = [];
  for (let last = 2; last < part.length; last++) {
    const three = part.slice(last - 2, last + 1);
    const side = sides[three[0] as number] as number;
    const outer = three.filter(isOuter);
    if (outer.length < 2 || three.some((i) => sides[i] !== side)) continue;
    const open = found.at(-1);
    const completedAt = three[2] as number;
    if (open && (open.points.at(-1) as number) >= (three[0] as number)) {
      open.points.push(...outer.filter((i) => i > (open.points.at(-1) as number)));
      open.completing.push(completedAt);
    } else found.push({ side: side as 1 | -1, points: outer, completing: [completedAt] });
  }
  return found;
}

/** Anhøj's two rules. Source: Anhøj & Olesen 2014, doi 10.1371/journal.pone.0113825. */
function anhoejSignals(phase: TestedPhase): Signal[] {
  const { sides, start, end, index, better } = phase;
  const runs = countRuns(sides, start, end);
  if (runs.useful === 0) return [];
  const found: Signal[] = [];
  const least = longestRunLimit(runs.useful) + 1;
  if (runs.longestRun >= least) {
    const long = asSignals(oneSidedRuns(sides, start, end, least, 'skips'), 'shift', least, better, index);
    // The longest run is the rule's own; any other beyond the limit follows it, so that a later worsening is not hidden.
    found.push(...long.sort((a, b) => b.count - a.count || b.completedAt - a.completedAt));
  }
  const fewest = fewestCrossings(runs.useful);
  if (runs.crossings < fewest) {
    found.push(wholePhaseSignal('crossings', runs.crossings, fewest, lastUseful(phase), index));
  }
  return found;
}

/** Too few or too many runs for the points actually above and below the line. */
function runCountSignals(phase: TestedPhase): Signal[] {
  const { above, below, crossings } = countRuns(phase.sides, phase.start, phase.end);
  const limits = runCountLimits(above, below);
  if (!limits) return [];
  const runs = crossings + 1;
  const at = lastUseful(phase);
  if (runs < limits.fewest) return [wholePhaseSignal('too few runs', runs, limits.fewest, at, phase.index)];
  if (runs > limits.most) return [wholePhaseSignal('too many runs', runs, limits.most, at, phase.index)];
  return [];
}

/** Of a phase that has one. */
function lastUseful({ sides, end }: TestedPhase): number {
  let at = end;
  while (sides[at] === 0 || sides[at] === OUT) at--;
  return at;
}

function asSignals(
  patterns: readonly Pattern[],
  rule: Signal['rule'],
  limit: number,
  better: Better,
  phase: number,
): Signal[] {
  return patterns.map((pattern) => signalOf(pattern, rule, limit, better, phase));
}
