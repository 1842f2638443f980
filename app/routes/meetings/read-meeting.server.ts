import type { TeamAccess } from '~/access/gate.server';
import type { MeetingCycle } from '~/cycles/meeting-cycle';
import { firstQuestions, newestNotes } from '~/cycles/meeting-cycles.server';
import { nextQuestion } from '~/cycles/next-question';
import { byUrgency, nextStep } from '~/cycles/next-step';
import { cyclesOfTeam } from '~/cycles/queries.server';
import { scheduleOf, wheelStates } from '~/cycles/stages';
import { chartEvents } from '~/events/event';
import { eventsForCharts } from '~/events/queries.server';
import { newFormKey } from '~/http/once.server';
import { listedMeasures } from '~/measures/measure-list';
import { entriesDue } from '~/measures/next-entry';
import { cyclesForChart, measuresOfTeam, seriesOfTeam } from '~/measures/queries.server';
import { tilesOf } from '~/measures/tiles';

/** Each open cycle with its next question, the most urgent first. */
export async function readCycles(team: TeamAccess) {
  const { today, community } = team;
  const [cycles, asked, notes] = await Promise.all([
    cyclesOfTeam(team),
    firstQuestions(team),
    newestNotes(team),
  ]);
  return cycles
    .map((cycle) => ({ ...cycle, schedule: scheduleOf(cycle, today, community.holidays) }))
    .sort(byUrgency)
    .flatMap(({ schedule, ...cycle }): (MeetingCycle & { isDue: boolean })[] => {
      const step = nextStep(cycle, schedule, today);
      const next = nextQuestion(schedule.stage);
      if (!step || !next) return [];
      const { id, number, idea, learned } = cycle;
      return [
        {
          ...{ id, number, idea, learned, next },
          states: wheelStates(schedule),
          sentence: step.sentence,
          button: step.button,
          due: step.due,
          isLate: schedule.isOverdue,
          isDue: schedule.isOverdue || (schedule.dueOn !== null && schedule.dueOn <= today),
          asked: asked.get(id) ?? null,
          note: notes.get(id) ?? null,
          formKey: newFormKey(),
        },
      ];
    });
}

/** The team's numbers: what waits to be entered, and how each measure stands. */
export async function readNumbers(team: TeamAccess) {
  const { today, community } = team;
  const [measures, series, cycles, events] = await Promise.all([
    measuresOfTeam(team),
    seriesOfTeam(team),
    cyclesForChart(team),
    eventsForCharts(team),
  ]);
  const tiles = tilesOf(team, measures, series, cycles, community, (id) => chartEvents(events, id));
  return {
    entries: entriesDue(team, measures, series, today, community),
    list: listedMeasures(tiles, measures, series, today, community),
    tiles,
  };
}
