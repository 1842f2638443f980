import { group } from 'd3-array';
import type { DataKind, Decision, Frequency, GainState, VerdictMethod, Vote } from '#db/vocabulary';
import { type PredictionScore, scorePrediction } from '~/statistics/predictions';
import { type GroupSeries, type GroupsMoved, groupsMoved } from './group-gap';
import { type HeldGain, watchGain } from './held-gain';
import { comparedPoints, type DatedPoint, type MeasureVerdict, type UseMeasure } from './measure-verdict';
import { readUse } from './read-uses';
import { mergeUses, type Use } from './uses';

/* Everything the rules work out for one team from what is written: pure, so that it can be tried on plain data. */

export interface TeamMeasure extends UseMeasure {
  kind: DataKind;
  frequency: Frequency;
  dueLagDays: number;
  /** Points of its groups, by name. */
  groups: ReadonlyMap<string, readonly DatedPoint[]>;
}

export interface TeamCycle {
  id: string;
  ideaId: string;
  /** The practice its idea is a use of; null: of none. */
  practiceId: string | null;
  number: number;
  doStartedOn: string | null;
  isDone: boolean;
  /** Checks met ÷ applicable; null while it is not finished. */
  fidelity: number | null;
  decision: Decision | null;
  decidedOn: string | null;
  focusGroup: string;
  writtenAfterwards: boolean;
  predictions: readonly {
    measureId: string;
    expected: number;
    low: number;
    high: number;
    checkOn: string;
  }[];
  /** The measures it aims at: those it predicts, and those that hang on its idea. */
  measureIds: readonly string[];
}

export interface TeamFacts {
  teamId: string;
  /** Oldest first by number; those put away are left out. */
  cycles: readonly TeamCycle[];
  measures: ReadonlyMap<string, TeamMeasure>;
}

/** Another change of the team that aims at the same measure, begun among the points that are compared. */
export interface Concurrent {
  ideaId: string;
  changeDate: string;
}

export interface VerdictWorking extends Omit<MeasureVerdict, 'id' | 'type' | 'verdict' | 'method'> {
  /** The smallest number of people behind a point that is compared, of the whole and of its groups; null: not counted. */
  smallestOf: number | null;
  smallestGroupOf: number | null;
  concurrent: Concurrent[];
  gain: HeldGain | null;
  groups: GroupsMoved['groups'];
  gap: GroupsMoved['gap'];
}

export interface ReadVerdict {
  measureId: string;
  type: MeasureVerdict['type'];
  verdict: MeasureVerdict['verdict'];
  method: VerdictMethod;
  gain: GainState | null;
  working: VerdictWorking;
}

export interface ReadUse {
  practiceId: string;
  changeOn: string | null;
  cycles: number;
  finishedCycles: number;
  fidelity: number | null;
  vote: Vote;
  isAbandoned: boolean;
  hasWidenedGap: boolean;
  isHeld: boolean;
  verdicts: ReadVerdict[];
}

/** What happened to a predicted number, and from which day on no other is waited for; null while nothing is known. */
export type Settle = (
  prediction: TeamCycle['predictions'][number],
  measure: TeamMeasure,
  doStartedOn: string,
) => { actual: number; finalFrom: string } | null;

export interface ReadScore extends PredictionScore {
  cycleId: string;
  measureId: string;
  practiceId: string | null;
  finalFrom: string;
}

/** Each practice the team tested, with its vote and the verdicts behind it. */
export function usesOf({ teamId, cycles, measures }: TeamFacts): ReadUse[] {
  const ofPractices = cycles.filter(({ practiceId }) => practiceId !== null);
  const byPractice = group(ofPractices, ({ practiceId }) => practiceId as string);
  const changes = changesOf(cycles);
  return [...byPractice].map(([practiceId, own]) => {
    const byIdea = group(own, ({ ideaId }) => ideaId);
    const [use] = mergeUses([...byIdea.values()].map((ofIdea) => useOf(teamId, ofIdea, measures))) as [Use];
    const read = readUse(use);
    const verdicts = read.measures.map((verdict) =>
      withWorking(verdict, measures.get(verdict.id) as TeamMeasure, own, changes),
    );
    return {
      practiceId,
      changeOn: use.changeDate,
      cycles: own.length,
      finishedCycles: use.finishedCycles,
      fidelity: use.fidelity,
      vote: read.vote,
      isAbandoned: use.isAbandoned,
      hasWidenedGap: verdicts.some(
        ({ type, working }) => type !== 'balancing' && working.gap?.word === 'widened',
      ),
      isHeld: read.isHeld,
      verdicts,
    };
  });
}

/** One idea's cycles as a use. */
function useOf(team: string, cycles: readonly TeamCycle[], measures: TeamFacts['measures']): Use {
  const finished = cycles.filter(({ isDone }) => isDone);
  const fidelities = finished.flatMap(({ fidelity }) => fidelity ?? []);
  const newest = cycles.reduce((a, b) => (b.number > a.number ? b : a));
  return {
    team,
    partner: null,
    changeDate: firstDo(cycles),
    finishedCycles: finished.length,
    fidelity: fidelities.length === 0 ? null : fidelities.reduce((a, b) => a + b, 0) / fidelities.length,
    isAbandoned: newest.decision === 'abandon',
    hasWidenedGap: false,
    measures: targetsOf(cycles).flatMap((id) => measures.get(id) ?? []),
  };
}

const targetsOf = (cycles: readonly TeamCycle[]) => [
  ...new Set(cycles.flatMap(({ measureIds }) => measureIds)),
];

function firstDo(cycles: readonly TeamCycle[]): string | null {
  return cycles.flatMap(({ doStartedOn }) => doStartedOn ?? []).sort()[0] ?? null;
}

interface Change extends Concurrent {
  measureIds: ReadonlySet<string>;
}

/** The changes a team made: each idea it has begun to do. */
function changesOf(cycles: readonly TeamCycle[]): Change[] {
  return [...group(cycles, ({ ideaId }) => ideaId)].flatMap(([ideaId, own]) => {
    const changeDate = firstDo(own);
    return changeDate === null ? [] : [{ ideaId, changeDate, measureIds: new Set(targetsOf(own)) }];
  });
}

function withWorking(
  { id, type, verdict, method, ...working }: MeasureVerdict,
  measure: TeamMeasure,
  cycles: readonly TeamCycle[],
  changes: readonly Change[],
): ReadVerdict {
  const { changeDate } = working;
  const { before, after } = comparedPoints(measure, changeDate);
  const focusGroup = cycles.findLast((cycle) => cycle.focusGroup.trim() !== '')?.focusGroup ?? '';
  const series = changeDate === null ? [] : groupSeries(measure, changeDate);
  const { groups, gap } = groupsMoved(series, measure.direction, focusGroup);
  const adoptedOn = adoptionOf(cycles, id);
  const gain = adoptedOn === null ? null : watchGain(measure, changeDate, adoptedOn);
  const ofGroups = series.flatMap((one) => [...one.before, ...one.after]);
  return {
    measureId: id,
    type,
    verdict,
    method,
    gain: gain?.state ?? null,
    working: {
      ...working,
      smallestOf: smallestOf([...before, ...after]),
      smallestGroupOf: smallestOf(ofGroups),
      concurrent: concurrentWith(working, cycles, changes, id),
      gain,
      groups,
      gap,
    },
  };
}

/** Out of nobody is no small group. */
function smallestOf(points: readonly DatedPoint[]): number | null {
  return points.reduce<number | null>(
    (least, { outOf }) => (outOf ? Math.min(outOf, least ?? outOf) : least),
    null,
  );
}

function groupSeries(measure: TeamMeasure, changeDate: string): GroupSeries[] {
  return [...measure.groups].map(([name, points]) => ({
    name,
    ...comparedPoints({ ...measure, points }, changeDate),
  }));
}

/** The day the first adoption of a cycle that aims at the measure was decided. */
function adoptionOf(cycles: readonly TeamCycle[], measureId: string): string | null {
  const adopted = cycles.filter(
    ({ decision, measureIds }) =>
      (decision === 'adopt' || decision === 'implement') && measureIds.includes(measureId),
  );
  return adopted.flatMap(({ decidedOn }) => decidedOn ?? []).sort()[0] ?? null;
}

/** Other ideas on the same measure, begun from the first point that is compared to the last. */
function concurrentWith(
  { before, after, changeDate }: Pick<MeasureVerdict, 'before' | 'after' | 'changeDate'>,
  cycles: readonly TeamCycle[],
  changes: readonly Change[],
  measureId: string,
): Concurrent[] {
  const from = before.from ?? changeDate;
  const to = after.to ?? before.to;
  const own = new Set(cycles.map(({ ideaId }) => ideaId));
  if (from === null || to === null) return [];
  return changes
    .filter((change) => !own.has(change.ideaId) && change.measureIds.has(measureId))
    .filter((change) => from <= change.changeDate && change.changeDate <= to)
    .map(({ ideaId, changeDate: on }) => ({ ideaId, changeDate: on }));
}

/** The score of every predicted number of which it is known what happened. Those written afterwards predict nothing. */
export function scoresOf({ cycles, measures }: TeamFacts, settle: Settle): ReadScore[] {
  return cycles.flatMap((cycle) => {
    const { doStartedOn } = cycle;
    if (doStartedOn === null || cycle.writtenAfterwards) return [];
    return cycle.predictions.flatMap((prediction) => {
      const measure = measures.get(prediction.measureId);
      const settled = measure ? settle(prediction, measure, doStartedOn) : null;
      if (!measure || !settled) return [];
      const { expected, low, high } = prediction;
      const baseline = baselineOf(measure, cycles, doStartedOn);
      return {
        cycleId: cycle.id,
        measureId: measure.id,
        practiceId: cycle.practiceId,
        finalFrom: settled.finalFrom,
        ...scorePrediction({ expected, low, high, actual: settled.actual, baseline }),
      };
    });
  });
}

/** What a cycle's number starts from: the points before the team's first change of the measure in that phase. */
function baselineOf(
  measure: TeamMeasure,
  cycles: readonly TeamCycle[],
  doStartedOn: string,
): (number | null)[] {
  const { before } = comparedPoints(measure, doStartedOn);
  const from = before[0]?.date ?? doStartedOn;
  const first = cycles
    .filter(({ measureIds }) => measureIds.includes(measure.id))
    .flatMap((cycle) => cycle.doStartedOn ?? [])
    .filter((day) => day > from)
    .sort()[0];
  return before.filter(({ date }) => date < (first ?? doStartedOn)).map(({ value }) => value);
}
