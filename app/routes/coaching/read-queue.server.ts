import type { CommunityAccess } from '~/access/gate.server';
import type { WheelStates } from '~/charts/wheel';
import { openAsks } from '~/coaching/asks.server';
import { coachedTeams } from '~/coaching/caseload.server';
import { awake, inQueueOrder, type QueueLine, withoutTwice } from '~/coaching/queue';
import { filtered, filterOf, filterWords } from '~/coaching/queue-filter';
import {
  claimLine,
  helpLine,
  idleLine,
  isClaimKey,
  isIdleKey,
  newsOf,
  notCelebrated,
  reviewLine,
  signalLine,
  stuckLine,
} from '~/coaching/queue-lines';
import type { ShownLine } from '~/coaching/queue-list';
import { openReviews } from '~/coaching/reviews.server';
import { newestScores, openClaims } from '~/coaching/scores.server';
import { mySnoozes, notedLines } from '~/coaching/snoozes.server';
import { idleTeams } from '~/cycles/idle.server';
import { openCyclesOfTeams } from '~/cycles/my-work.server';
import { scheduleOf, wheelPhaseOf, wheelPhaseWords, wheelStates } from '~/cycles/stages';
import { stuckOfTeams } from '~/cycles/stuck.server';
import { paths } from '~/paths';
import { readTeams, signalsOf } from './read-signals.server';

/** The coach's list as it is now, computed from what is there: a fixed number of queries, however many cycles. */
export async function readLines(access: CommunityAccess) {
  const teams = await coachedTeams(access);
  const ids = teams.map(({ id }) => id);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const [needs, read, snoozes, noted, open, given] = await Promise.all([
    needsOf(access, ids),
    readTeams(access, ids),
    mySnoozes(access),
    notedLines(access, ids),
    openCyclesOfTeams(access, ids),
    newestScores(access, ids),
  ]);
  const clock = clockOf(access);
  const signals = newsOf(notCelebrated(signalsOf(read, names), noted), access.today);
  const all = inQueueOrder([...needs, ...signals.map((signal) => signalLine(signal, clock))]);
  return { teams, open, given, ...awake(all, snoozes, access.today) };
}

const clockOf = ({ today, community }: CommunityAccess) => ({ today, holidays: community.holidays });

/** What waits and what stands still: all of the list but what to celebrate, for which numbers would have to be read. */
async function needsOf(access: CommunityAccess, teamIds: readonly string[]): Promise<QueueLine[]> {
  const clock = clockOf(access);
  const [reviews, asks, claims, stuck, idle] = await Promise.all([
    openReviews(access, teamIds),
    openAsks(access, teamIds),
    openClaims(access, teamIds),
    stuckOfTeams(access, teamIds),
    idleTeams(access, teamIds),
  ]);
  return withoutTwice(
    [
      ...reviews.map((review) => reviewLine(review, clock)),
      ...asks.map((ask) => helpLine(ask, clock)),
      ...claims.map((claim) => claimLine(claim, clock)),
    ],
    [...stuck.map(stuckLine), ...idle.filter(isAlone(stuck)).map(idleLine)],
  );
}

/** The same for a coach's first page: what of these teams needs them now. */
export async function readNeeds(access: CommunityAccess, teamIds: readonly string[]): Promise<QueueLine[]> {
  if (teamIds.length === 0) return [];
  const [needs, snoozes] = await Promise.all([needsOf(access, teamIds), mySnoozes(access)]);
  return awake(inQueueOrder(needs), snoozes, access.today).lines;
}

/** A team with something that stands still is on the list with that already. */
const isAlone =
  (stuck: readonly { teamId: string }[]) =>
  ({ teamId }: { teamId: string }) =>
    !stuck.some((one) => one.teamId === teamId);

const allDone: WheelStates = { plan: 'done', do: 'done', study: 'done', act: 'done' };
const allToDo: WheelStates = { plan: 'todo', do: 'todo', study: 'todo', act: 'todo' };

/** Of a line without an open cycle: its cycle is done, or the next one is still to come. */
function wheelWithout({ key, cycleId }: QueueLine): WheelStates | null {
  if (cycleId === null) return null;
  return isIdleKey(key) ? allToDo : allDone;
}

/** Where a line is dealt with: the panel beside the list, or the form of a page of its own. */
export function placeOf(line: QueueLine, asked: string): string {
  const { key, teamId, thingId } = line;
  if (isClaimKey(key)) return `${paths.settleScore(teamId)}#give-row`;
  if (thingId === null) return `${paths.writeNote(teamId, key, asked)}#panel`;
  if (key.startsWith('review ')) return `${paths.reviewCycle(teamId, thingId, asked)}#panel`;
  return `${paths.answerAsk(teamId, thingId, asked)}#panel`;
}

/** The list as a page shows it: what its address asks for, each line with its wheel and where it is dealt with. */
export async function readQueue(access: CommunityAccess, request: Request, here: string | null) {
  const { teams, open, given, lines, asleep } = await readLines(access);
  const filter = filterOf(new URL(request.url).searchParams);
  const asked = filterWords(filter);
  const { today, community } = access;
  const schedules = new Map(
    open.map((cycle) => [cycle.id, scheduleOf(cycle, today, community.holidays)] as const),
  );
  const shown = filtered(lines, filter).map((line): ShownLine => {
    const schedule = schedules.get(line.cycleId ?? '');
    const stage = schedule && wheelPhaseOf[schedule.stage];
    return {
      ...line,
      href: placeOf(line, asked),
      snoozeHref: paths.snoozeLine(line.key, asked),
      wheel: schedule ? wheelStates(schedule) : wheelWithout(line),
      letter: stage ? (wheelPhaseWords[stage][0] as 'P' | 'D' | 'S' | 'A') : null,
      isHere: line.key === here,
    };
  });
  const caseload = teams.map((team) => {
    const cycle = open.find(({ teamId }) => teamId === team.id);
    const schedule = cycle && schedules.get(cycle.id);
    const stage = schedule && wheelPhaseOf[schedule.stage];
    return {
      ...team,
      wheel: schedule ? wheelStates(schedule) : null,
      stage: stage && cycle ? `${wheelPhaseWords[stage]}, Cycle ${cycle.number}` : 'No open cycle',
      score: given.get(team.id)?.settled ?? null,
      lines: lines.filter(({ teamId }) => teamId === team.id).length,
    };
  });
  return { teams, filter, asked, all: lines, shown, asleep, caseload, today };
}
export type QueueData = Awaited<ReturnType<typeof readQueue>>;
