import { type Decision, type Scale, scales, scaleWords } from '#db/vocabulary';
import type { RampStep } from '~/charts/ramp';
import { shortDay, span } from '~/ui/dates';
import { plural } from '~/ui/words';
import { nextInBrief } from './next-step';
import type { Linked } from './ramp';
import { type ScheduledContent, scheduleOf, wheelStates } from './stages';

export interface RampCycle extends Linked, ScheduledContent {
  idea: string;
  scale: Scale | null;
  decision: Decision | null;
  /** How big the test is, counted. */
  people?: number | null;
  sites?: number | null;
}

/** The cycles of a ramp as the drawing needs them. `href` writes the address of a cycle; `hereId` is the one looked at. */
export function rampSteps(
  cycles: readonly RampCycle[],
  today: string,
  holidays: readonly string[],
  href: (cycleId: string) => string,
  hereId?: string,
): RampStep[] {
  // Before anybody said how big, it stands as high as the first that is known.
  const known = cycles.find(({ scale }) => scale !== null)?.scale;
  let level = known ? scales.indexOf(known) : 0;
  return cycles.map((cycle, position) => {
    // Where nobody said how big, it stands as high as the one before.
    level = cycle.scale === null ? level : scales.indexOf(cycle.scale);
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
      counts: countsInWords(cycle),
      level,
      states: wheelStates(schedule),
      decision: isDone ? cycle.decision : null,
      next: nextInBrief(schedule, today),
      result: firstSentence(cycle.learned),
      current: hereId === undefined ? !isDone : cycle.id === hereId,
      isLate: schedule.isOverdue,
      ...(isDone && cycle.decision === 'abandon' && position === cycles.length - 1
        ? { ended: 'It ended here.' }
        : {}),
    };
  });
}

/** "62 people, 1 site"; empty where nobody counted. */
function countsInWords({ people, sites }: Pick<RampCycle, 'people' | 'sites'>): string {
  const counted = (count: number | null | undefined, one: string, many: string) =>
    count == null ? [] : [plural(count, one, many)];
  return [...counted(people, 'person', 'people'), ...counted(sites, 'site', 'sites')].join(', ');
}

const longest = 140;

/** The first sentence of what was learned, cut at a word where it is long; null while there is none. */
export function firstSentence(text: string): string | null {
  const first = text.trim().split(/(?<=[.!?])\s|\n/)[0] ?? '';
  if (first === '') return null;
  if (first.length <= longest) return first;
  return `${first.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}
