import { type Decision, type Scale, scaleStakes, scaleWords } from '#db/vocabulary';
import { graceWorkingDays } from '~/access/working-days';
import { listed, plural } from '~/ui/words';
import { daysBetween, lateBy, type Paces, paceInWords, type Wait, type WaitDays } from './pace';
import { rampsOf } from './ramp';
import { scheduleOf, stageOf } from './stages';

/* Work that waits longer than the team usually takes, and ramps that go round in a circle: each with its reason. */

export interface StuckCycle extends WaitDays {
  id: string;
  number: number;
  /** The day on which Do is to end; null where nobody set one. */
  endsOn: string | null;
  previousId: string | null;
  startsBranch: boolean;
  ideaId: string;
  scale: Scale | null;
  learned: string;
  decision: Decision | null;
  /** A measure that it is linked to, still in use; null where it has none. */
  measureId: string | null;
  /** Is there a word or a count of what was seen in Do? */
  hasSeen: boolean;
  /** What is tried and asked, to tell whether anything changed. */
  plan: string;
}

export type StuckKind = Wait | 'same size' | 'adapt again';

export interface Stuck {
  key: string;
  kind: StuckKind;
  cycleId: string;
  number: number;
  /** "Cycle 4 has been waiting for its Study 12 days; this team usually takes 5." */
  reason: string;
  /** What to do about it, without its full stop: "Write the Study of Cycle 4". */
  deed: string;
  button: string;
  place: 'plan' | 'do' | 'study' | 'act' | 'next' | 'numbers';
  measureId: string | null;
  /** Past its usual wait and past the day it was due, each with its grace. Else it is only slower than usual. */
  isLate: boolean;
  /** Working days since it is late, or slower than usual; 0 for a ramp that goes round in a circle. */
  workingDaysLate: number;
  /** How much hangs on it: the bigger the test, the more. */
  stakes: number;
  /** Stakes × lateness; of a circle, what puts it behind every wait. */
  urgency: number;
}

export interface StuckOptions {
  paces: Paces;
  today: string;
  holidays: readonly string[];
}

/** What is stuck among a team's cycles, the most urgent first. */
export function stuckOf(cycles: readonly StuckCycle[], options: StuckOptions): Stuck[] {
  const waiting = cycles.flatMap((cycle) => {
    const stuck = waitOf(cycle, options);
    return stuck ? [stuck] : [];
  });
  const circling = rampsOf(cycles).flatMap(({ steps }) => [...sameSize(steps), ...adaptAgain(steps)]);
  return [...waiting, ...circling].sort((a, b) => b.urgency - a.urgency || a.number - b.number);
}

interface WaitOfCycle {
  wait: Wait;
  since: string;
  /** "for its Study" */
  what: string;
  deed: string;
  button: string;
  place: Stuck['place'];
}

function waitOf(cycle: StuckCycle, { paces, today, holidays }: StuckOptions): Stuck | null {
  const { id, number, scale, measureId } = cycle;
  const found = whatItWaitsFor(cycle);
  if (!found) return null;
  const { wait, since, what, ...how } = found;
  const pace = paces[wait];
  const slowBy = lateBy(since, pace, today, holidays);
  if (slowBy === 0) return null;
  const pastDue = pastItsDay(cycle, today, holidays) ?? slowBy;
  const isLate = pastDue > 0;
  const late = isLate ? Math.min(slowBy, pastDue) : slowBy;
  const days = plural(daysBetween(since, today), 'day');
  return {
    ...{ key: `${id} ${wait}`, kind: wait, cycleId: id, number, measureId, ...how },
    reason: `Cycle ${number} has been waiting ${what} ${days}; ${paceInWords(pace)}.`,
    ...{ isLate, workingDaysLate: late, stakes: stakesOf(scale), urgency: late * stakesOf(scale) },
  };
}

/**
 * Working days past the day that the team's worksheet names, and the grace; null where it names none. Both clocks count:
 * a coach must not call late what the team still has time for, however fast it was before.
 */
function pastItsDay(cycle: StuckCycle, today: string, holidays: readonly string[]): number | null {
  const { dueOn, workingDaysLate } = scheduleOf(cycle, today, holidays);
  return dueOn === null ? null : Math.max(0, workingDaysLate - graceWorkingDays);
}

const stakesOf = (scale: Scale | null) => (scale === null ? 1 : scaleStakes[scale]);

function whatItWaitsFor(cycle: StuckCycle): WaitOfCycle | null {
  const { number, measureId, doStartedOn, doEndedOn, decidedOn, studiedOn } = cycle;
  switch (stageOf(cycle)) {
    case 'planned': {
      const how = { deed: `Start Cycle ${number}`, button: 'Start Do', place: 'do' } as const;
      return { wait: 'start', since: cycle.startsOn, what: 'to start', ...how };
    }
    case 'doing': {
      if (doStartedOn === null || cycle.firstDataOn !== null || cycle.hasSeen) return null;
      const how = measureId
        ? ({
            deed: `Enter the first numbers of Cycle ${number}`,
            button: 'Enter numbers',
            place: 'numbers',
          } as const)
        : ({
            deed: `Write down what you see in Cycle ${number}`,
            button: 'Write it down',
            place: 'do',
          } as const);
      return { wait: 'data', since: doStartedOn, what: 'for its first data', ...how };
    }
    case 'studying': {
      if (doEndedOn === null) return null;
      const how = {
        deed: `Write the Study of Cycle ${number}`,
        button: 'Write the Study',
        place: 'study',
      } as const;
      return { wait: 'study', since: doEndedOn, what: 'for its Study', ...how };
    }
    case 'deciding': {
      const written =
        studiedOn !== null && doEndedOn !== null && studiedOn < doEndedOn ? doEndedOn : studiedOn;
      const since = written ?? doEndedOn;
      if (since === null) return null;
      const how = {
        deed: `Decide what to do after Cycle ${number}`,
        button: 'Decide',
        place: 'act',
      } as const;
      return { wait: 'decision', since, what: 'for its decision', ...how };
    }
    case 'done': {
      const isAdopted = cycle.decision === 'adopt' || cycle.decision === 'implement';
      if (!isAdopted || decidedOn === null || measureId === null || cycle.followUpOn !== null) return null;
      const how = {
        deed: `Enter numbers since Cycle ${number} was adopted`,
        button: 'Enter numbers',
        place: 'numbers',
      } as const;
      return { wait: 'follow-up', since: decidedOn, what: 'for a number since it was adopted', ...how };
    }
  }
}

/** So many cycles of one size, or so many times adapt, are a circle. */
const enough = 3;

/** The last cycles of a ramp that share something, oldest first. */
function lastThat(
  steps: readonly StuckCycle[],
  isAlike: (a: StuckCycle, b: StuckCycle) => boolean,
): StuckCycle[] {
  const last = steps.at(-1);
  if (!last) return [];
  const from = steps.findLastIndex((step) => !isAlike(step, last)) + 1;
  return steps.slice(from);
}

const numbersOf = (cycles: readonly StuckCycle[]) =>
  `Cycles ${listed(cycles.map(({ number }) => String(number)))}`;

function sameSize(steps: readonly StuckCycle[]): Stuck[] {
  const alike = lastThat(steps, (a, b) => a.scale === b.scale);
  const last = alike.at(-1);
  if (!last || alike.length < enough || last.scale === null || last.scale === 'everyone') return [];
  if (last.decision === 'abandon' || last.decision === 'implement') return [];
  const size = scaleWords[last.scale].toLowerCase();
  return [
    {
      ...{ key: `${last.id} same size`, kind: 'same size', cycleId: last.id, number: last.number },
      reason: `${numbersOf(alike)} were all one size: ${size}. Small is for learning; what works is tested bigger.`,
      ...(stageOf(last) === 'done'
        ? { deed: `Test bigger after Cycle ${last.number}`, button: 'Start the next cycle', place: 'next' }
        : { deed: `Think again how big Cycle ${last.number} is`, button: 'Change the Plan', place: 'plan' }),
      ...{ measureId: null, isLate: false, workingDaysLate: 0 },
      ...{ stakes: stakesOf(last.scale), urgency: 0 },
    },
  ];
}

function adaptAgain(steps: readonly StuckCycle[]): Stuck[] {
  const decided = steps.filter((step) => stageOf(step) === 'done');
  const isSame = (a: StuckCycle, b: StuckCycle) =>
    a.decision === 'adapt' && a.plan === b.plan && a.scale === b.scale && a.ideaId === b.ideaId;
  const alike = lastThat(decided, isSame);
  const last = alike.at(-1);
  if (!last || alike.length < enough) return [];
  // Where the next test is planned already, it counts whether its plan is another.
  const newest = steps.at(-1) ?? last;
  const isPlanned = newest !== last;
  if (isPlanned && (newest.plan !== last.plan || newest.scale !== last.scale)) return [];
  return [
    {
      ...{ key: `${newest.id} adapt again`, kind: 'adapt again', cycleId: newest.id, number: newest.number },
      reason: `${numbersOf(alike)} all ended with adapt, and the plan is still the same.`,
      ...(isPlanned
        ? { deed: `Change something in Cycle ${newest.number}`, button: 'Change the Plan', place: 'plan' }
        : {
            deed: `Change something after Cycle ${last.number}`,
            button: 'Start the next cycle',
            place: 'next',
          }),
      ...{ measureId: null, isLate: false, workingDaysLate: 0 },
      ...{ stakes: stakesOf(last.scale), urgency: 0.5 },
    },
  ];
}
