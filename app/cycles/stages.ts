import type { Decision, Phase } from '#db/vocabulary';
import { addWorkingDays, graceWorkingDays, workingDaysAfter } from '~/access/working-days';
import type { WheelStates } from '~/charts/wheel';

/** What of a cycle's content decides its phase. Days are YYYY-MM-DD. */
export interface StageContent {
  doStartedOn: string | null;
  doEndedOn: string | null;
  /** What the team learned; empty while the Study is unwritten. */
  learned: string;
  decision: Decision | null;
}

/**
 * The phase a cycle is in, from what is written and dated; it is never set by hand (product rules, cycles).
 * Only "done" needs something: a Study, and a decision, which has its reason or could not have been kept.
 * A decision without a Study leaves the cycle in Study; a Study written before Do ended is kept, and the cycle
 * stays in Do until Do has ended.
 */
export function stageOf(cycle: StageContent): Phase {
  const hasStudy = cycle.learned.trim() !== '';
  if (hasStudy && cycle.decision !== null) return 'done';
  if (cycle.doStartedOn === null) return 'planned';
  if (cycle.doEndedOn === null) return 'doing';
  return hasStudy ? 'deciding' : 'studying';
}

/** With the dates of the Plan, what decides when the phase is due. */
export interface ScheduledContent extends StageContent {
  startsOn: string;
  endsOn: string | null;
}

export interface Schedule {
  stage: Phase;
  /** The day by which the phase should be over; null where nobody set one, and when the cycle is done. */
  dueOn: string | null;
  /** The due day has passed by more than two working days. */
  isOverdue: boolean;
  /** Working days since the due day; 0 before it. */
  workingDaysLate: number;
}

/** A working week to write the Study after Do ended, and one more to decide. */
const studyWorkingDays = 5;
const decideWorkingDays = 10;

function dueDayOf(stage: Phase, cycle: ScheduledContent, holidays: readonly string[]): string | null {
  switch (stage) {
    case 'planned':
      return cycle.startsOn;
    case 'doing':
      return cycle.endsOn;
    case 'studying':
      return cycle.doEndedOn && addWorkingDays(cycle.doEndedOn, studyWorkingDays, holidays);
    case 'deciding':
      return cycle.doEndedOn && addWorkingDays(cycle.doEndedOn, decideWorkingDays, holidays);
    case 'done':
      return null;
  }
}

export function scheduleOf(cycle: ScheduledContent, today: string, holidays: readonly string[]): Schedule {
  const stage = stageOf(cycle);
  const dueOn = dueDayOf(stage, cycle, holidays);
  const workingDaysLate = dueOn === null ? 0 : workingDaysAfter(dueOn, today, holidays);
  return { stage, dueOn, workingDaysLate, isOverdue: workingDaysLate > graceWorkingDays };
}

/** Was the Study written before Do had ended? It is kept all the same. `studiedOn`: the day it was first written. */
export function studyCameEarly(cycle: StageContent, studiedOn: string | null): boolean {
  if (cycle.learned.trim() === '') return false;
  if (cycle.doEndedOn === null) return true;
  return studiedOn !== null && studiedOn < cycle.doEndedOn;
}

export const wheelPhases = ['plan', 'do', 'study', 'act'] as const;
export type WheelPhase = (typeof wheelPhases)[number];

/** The phase of the wheel that a cycle is in; null when it is done. */
export const wheelPhaseOf: Record<Phase, WheelPhase | null> = {
  planned: 'plan',
  doing: 'do',
  studying: 'study',
  deciding: 'act',
  done: null,
};
export const wheelPhaseWords: Record<WheelPhase, string> = {
  plan: 'Plan',
  do: 'Do',
  study: 'Study',
  act: 'Act',
};

/** The four arcs: what is behind is done, where the cycle is is in progress or late, what is ahead not started. */
export function wheelStates({ stage, isOverdue }: Pick<Schedule, 'stage' | 'isOverdue'>): WheelStates {
  const here = wheelPhaseOf[stage];
  const at = here === null ? wheelPhases.length : wheelPhases.indexOf(here);
  const state = (position: number) => {
    if (position < at) return 'done';
    if (position > at) return 'todo';
    return isOverdue ? 'late' : 'now';
  };
  return { plan: state(0), do: state(1), study: state(2), act: state(3) };
}
