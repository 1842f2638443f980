import { type Decision, type Scale, scales, scaleWords } from '#db/vocabulary';
import type { RampStep } from '~/charts/ramp';
import { shortDay, span } from '~/ui/dates';
import { nextInBrief } from './next-step';
import type { Linked } from './ramp';
import { type ScheduledContent, scheduleOf, wheelStates } from './stages';

export interface RampCycle extends Linked, ScheduledContent {
  idea: string;
  scale: Scale | null;
  decision: Decision | null;
}

/** The cycles of a ramp as the drawing needs them. `href` writes the address of a cycle; `hereId` is the one looked at. */
export function rampSteps(
  cycles: readonly RampCycle[],
  today: string,
  holidays: readonly string[],
  href: (cycleId: string) => string,
  hereId?: string,
): RampStep[] {
  return cycles.map((cycle) => {
    const schedule = scheduleOf(cycle, today, holidays);
    const isDone = schedule.stage === 'done';
    return {
      id: cycle.id,
      number: cycle.number,
      dates:
        cycle.doStartedOn === null
          ? `starts ${shortDay(cycle.startsOn)}`
          : span(cycle.doStartedOn, cycle.doEndedOn),
      idea: cycle.idea,
      href: cycle.id === hereId ? undefined : href(cycle.id),
      scale: cycle.scale === null ? '' : scaleWords[cycle.scale],
      level: cycle.scale === null ? 0 : scales.indexOf(cycle.scale),
      states: wheelStates(schedule),
      decision: isDone ? cycle.decision : null,
      next: nextInBrief(schedule, today),
      result: firstSentence(cycle.learned),
      current: hereId === undefined ? !isDone : cycle.id === hereId,
    };
  });
}

const longest = 140;

/** The first sentence of what was learned, cut at a word where it is long; null while there is none. */
export function firstSentence(text: string): string | null {
  const first = text.trim().split(/(?<=[.!?])\s|\n/)[0] ?? '';
  if (first === '') return null;
  if (first.length <= longest) return first;
  return `${first.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}
