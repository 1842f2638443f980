import { parse } from '@conform-to/react';
import { data } from '@remix-run/node';
import { newId } from '#db/ids';
import type { TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { runChartMarkup } from '~/charts/chart-markup';
import { notesOf } from '~/coaching/notes.server';
import { reviewsOfCycle } from '~/coaching/reviews.server';
import { checksOfTeam } from '~/cycles/checks.server';
import { saveForm } from '~/cycles/commands/save-fields.server';
import { planTrail } from '~/cycles/commands/use-plan.server';
import { newestVersions, writtenTowards } from '~/cycles/commands/versions.server';
import { changesOfForm } from '~/cycles/drawn';
import type { FieldClash } from '~/cycles/field-answers';
import { firstOpen } from '~/cycles/first-open';
import { myTeams } from '~/cycles/my-work.server';
import { nextStep } from '~/cycles/next-step';
import { phaseWordsOf } from '~/cycles/phase-words';
import { choicesOfPlan, cyclesOfTeam, findCycle } from '~/cycles/queries.server';
import { followerOf, rampTrees, treeWith } from '~/cycles/ramp';
import { rampPicture } from '~/cycles/ramp-picture';
import { cycleTexts } from '~/cycles/sheet-values';
import { scheduleOf, studyCameEarly, type WheelPhase, wheelStates } from '~/cycles/stages';
import { cycleHistory } from '~/history/queries.server';
import { drawn } from '~/http/drawn';
import { redirectSaying } from '~/http/flash.server';
import type { FormAnswer } from '~/http/form.server';
import { paths } from '~/paths';
import { recordWords } from '~/statistics/calibration-words';
import { withPresent } from '~/ui/with-present';
import { readComments } from '../conversations/read-comments.server';
import { calibrationFor } from '../practices/read-evidence.server';
import { readChain } from './read-chain.server';
import { readGains } from './read-gains.server';
import { readStudy } from './read-study.server';

/** So many of a team's newest predictions are told where it makes the next. */
const lastPredictions = 6;

/** All that the worksheet of a cycle shows. `open`: the phase whose form was asked for; null where none was. */
export async function readWorksheet(
  team: TeamAccess,
  cycleId: string | undefined,
  open: WheelPhase | null,
  context: Parameters<typeof drawn>[0],
  /** A page that is open already has the team's record. */
  hasRecord = false,
) {
  const { teamId, today, community } = team;
  const cycle = await findCycle(team, cycleId);
  const mayBringBack = team.may('write cycles') && !team.teamIsArchived;
  const mayWrite = mayBringBack && cycle.archivedAt === null;
  const [
    { predictions, charts },
    cycles,
    lines,
    trail,
    mine,
    choices,
    versions,
    towards,
    checked,
    reviews,
    notes,
    talk,
  ] = await Promise.all([
    readStudy(team, cycle),
    cyclesOfTeam(team),
    cycleHistory(team, cycle.id),
    planTrail(team, cycle),
    myTeams(team),
    choicesOfPlan(team),
    mayWrite ? newestVersions(cycle.id) : null,
    mayWrite ? writtenTowards(cycle) : {},
    checksOfTeam(team),
    reviewsOfCycle(team, cycle.id),
    notesOf(team, { cycleId: cycle.id }),
    readComments(team, 'cycle', cycle.id),
  ]);
  const schedule = scheduleOf(cycle, today, community.holidays);
  const studiedOn = cycle.studiedAt && dayIn(community.timeZone, new Date(cycle.studiedAt));
  const follower = followerOf(cycles, cycle.id);
  const tree = treeWith(rampTrees(cycles), cycle.id);
  const href = (id: string) => paths.cycle(teamId, id);
  const step = nextStep(cycle, schedule, today);
  const phase = open ?? step?.form ?? null;
  const hasMeasures = choices.measures.length > 0;
  const texts = versions ? cycleTexts(cycle, towards) : new Map<string, string>();
  return {
    teamId,
    team: team.teamName,
    personId: team.person.id,
    cycle,
    predictions,
    charts: charts.map(({ chart, ...one }) => ({
      ...one,
      drawing: drawn(context, () => runChartMarkup(chart, 'small', one.measureId)),
    })),
    chain: await readChain(team, predictions, charts),
    stage: schedule.stage,
    states: wheelStates(schedule),
    words: phaseWordsOf({ ...cycle, studiedOn }, schedule, today),
    step,
    next: follower && { id: follower.id, number: follower.number },
    /** The field to begin with, of the phase that was asked for or is next. */
    here: phase && firstOpen(phase, cycle, { hasMeasures, towards }),
    cameEarly: studyCameEarly(cycle, studiedOn),
    ramp: tree && rampPicture(tree, { today, holidays: community.holidays, href, hereId: cycle.id }),
    checks: checked.find(({ id }) => id === cycle.id)?.answers ?? [],
    reviews,
    notes,
    mayReview: team.may('review cycles') && mayWrite,
    trail,
    mayTakePlan: mine.some(({ id }) => id !== teamId),
    lines,
    talk,
    timeZone: community.timeZone,
    today,
    mayWrite,
    mayBringBack,
    open,
    towards,
    record:
      !hasRecord && mayWrite && (open === 'plan' || schedule.stage === 'planned')
        ? recordWords(await calibrationFor(team, { teamId }, lastPredictions), 'Your')
        : [],
    gains: await readGains(team, cycle, cycles),
    measures: cycle.predictions.reduce(
      (options, { measureId, measure }) => withPresent(options, measureId, measure),
      choices.measures,
    ),
    people: withPresent(choices.people, cycle.ledBy, cycle.leader),
    /** What stands in each field, with the number of its version. */
    stood: Object.fromEntries(
      [...texts].map(([field, text]): [string, [number, string]] => [
        field,
        [versions?.get(field)?.number ?? 0, text],
      ]),
    ),
    fresh: newId().slice(0, 12),
    at: new Date().toISOString(),
  };
}
export type WorksheetData = Awaited<ReturnType<typeof readWorksheet>>;

/** A form that came back because somebody else wrote in the same field, with what was chosen so far. */
export type SheetAnswer = FormAnswer & { clashes?: FieldClash[]; keeps?: string[] };

/**
 * Saves the form of a phase. One that says what it was drawn with changes only what its person changed, and is
 * answered with both texts (409) where somebody else changed the same; another is taken as it is written.
 */
export async function saveSheet<Value>(
  team: TeamAccess,
  cycleId: string,
  sent: { phase: WheelPhase; form: FormData; value: Value; said: string },
  write: (access: TeamAccess, cycleId: string, value: Value) => Promise<void>,
) {
  const { phase, form, value, said } = sent;
  const read = changesOfForm(form);
  if (read === null) await write(team, cycleId, value);
  else {
    const clashes = await saveForm(team, cycleId, phase, read.changes);
    if (clashes.length > 0) {
      // As the form was typed, with its rows.
      const typed = parse(form, { resolve: () => ({ error: {} }) }).reply() as FormAnswer;
      const answer: SheetAnswer = { ...typed, status: 'error', clashes, keeps: read.keeps };
      return data(answer, { status: 409 });
    }
  }
  return redirectSaying(paths.cycle(team.teamId, cycleId), said);
}
