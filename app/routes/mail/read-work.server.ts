import type { CommunityAccess } from '~/access/gate.server';
import { coachSaidTo } from '~/coaching/coach-said.server';
import { measuresOfMyTeams, newestPeriodsOfMyTeams, openCyclesOfMyTeams } from '~/cycles/my-work.server';
import { byUrgency, nextStep } from '~/cycles/next-step';
import { scheduleOf } from '~/cycles/stages';
import { answersToldTo } from '~/events/barriers.server';
import { entryStep, isOnMyList } from '~/measures/next-entry';
import { promisesOf } from '~/meetings/queries.server';
import { byWhen } from '~/meetings/record';
import { paths } from '~/paths';

/** Something that waits for a person, as a letter tells it. It names no figure. */
export interface Work {
  /** What it is, while it stands as it does: a reminder comes once for it. */
  key: string;
  kind: 'step' | 'number' | 'promise' | 'said';
  /** With its full stop. */
  sentence: string;
  about: string;
  href: string;
  dueOn: string | null;
  isLate: boolean;
}

/** What a coach or a leader said to a person, their steps, numbers and promises, the late ones first: by the rules of their own pages. */
export async function readWork(access: CommunityAccess): Promise<Work[]> {
  const [cycles, measures, entered, promises, said, answered] = await Promise.all([
    openCyclesOfMyTeams(access),
    measuresOfMyTeams(access),
    newestPeriodsOfMyTeams(access),
    promisesOf(access),
    coachSaidTo(access),
    answersToldTo(access),
  ]);
  const work = [
    ...[...said, ...answered].map(
      ({ key, sentence, about, href }): Work => ({
        ...{ key, kind: 'said', sentence: `${sentence}.`, about, href },
        ...{ dueOn: null, isLate: false },
      }),
    ),
    ...stepsOf(cycles, access),
    ...numbersOf(measures, entered, access),
    ...promises.map((promise): Work => {
      const { words, isLate } = byWhen(promise.byDate, access.today);
      return {
        key: `promise ${promise.id} ${promise.byDate ?? ''}`,
        kind: 'promise',
        sentence: `${words}: ${/[.!?]$/.test(promise.text) ? promise.text : `${promise.text}.`}`,
        about: promise.team,
        href: paths.meetings(promise.teamId),
        dueOn: promise.byDate,
        isLate,
      };
    }),
  ];
  return [...work.filter(({ isLate }) => isLate), ...work.filter(({ isLate }) => !isLate)];
}

function stepsOf(
  cycles: Awaited<ReturnType<typeof openCyclesOfMyTeams>>,
  { today, community }: CommunityAccess,
): Work[] {
  return cycles
    .map((cycle) => ({ ...cycle, schedule: scheduleOf(cycle, today, community.holidays) }))
    .sort(byUrgency)
    .flatMap(({ schedule, ...cycle }): Work[] => {
      const step = nextStep(cycle, schedule, today);
      if (!step) return [];
      const late = schedule.isOverdue ? `. ${step.due}` : '';
      return [
        {
          key: `step ${cycle.id} ${schedule.stage} ${schedule.dueOn ?? ''}`,
          kind: 'step',
          sentence: `${step.sentence}${late}.`,
          about: `${cycle.idea}. ${cycle.team}`,
          href: paths.formOfCycle(cycle.teamId, cycle.id, step.form),
          dueOn: schedule.dueOn,
          isLate: schedule.isOverdue,
        },
      ];
    });
}

function numbersOf(
  measures: Awaited<ReturnType<typeof measuresOfMyTeams>>,
  entered: Awaited<ReturnType<typeof newestPeriodsOfMyTeams>>,
  { person, today, community }: CommunityAccess,
): Work[] {
  return measures
    .filter((measure) => isOnMyList(measure, person.id))
    .flatMap((measure): Work[] => {
      const step = entryStep(measure, entered.get(measure.id) ?? [], today, community);
      if (!step) return [];
      return [
        {
          key: `number ${measure.id} ${step.dueOn}`,
          kind: 'number',
          sentence: step.due ? `${step.sentence}. ${step.due}.` : `${step.sentence}.`,
          about: measure.team,
          href: paths.enterPoint(measure.teamId, measure.id),
          dueOn: step.dueOn,
          isLate: step.isLate,
        },
      ];
    })
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
}
