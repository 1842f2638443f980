import type { Decision } from '#db/vocabulary';
import { listed, plural } from '~/ui/words';

/** One cycle of an idea that is much like the one that is typed. Newest first. */
export interface TriedCycle {
  id: string;
  number: number;
  ideaId: string;
  startsOn: string;
  learned: string;
  decision: Decision | null;
  reason: string | null;
}

/** An idea that is much like the one that is typed, whoever's it is. */
export interface TriedIdea {
  id: string;
  name: string;
  teamId: string;
  team: string;
  /** How many of the telling words it has; 0 where only its practice is the same. */
  words: number;
  /** A driver of this name is one of ours. */
  sharedDriver: string | null;
  /** Their measures and ours feed the same outcome. */
  sharedOutcome: string | null;
}

export const triedStates = ['kept', 'changed', 'unsure', 'testing', 'stopped'] as const;
export type TriedState = (typeof triedStates)[number];

/** What became of it in one team. */
export interface TriedTeam {
  teamId: string;
  team: string;
  isOwn: boolean;
  ideaId: string;
  idea: string;
  cycles: number;
  /** The newest cycle: its plan is the one to use. */
  cycleId: string;
  number: number;
  state: TriedState;
  decision: Decision | null;
  /** Of the newest decision. */
  reason: string;
  learned: string;
  sharedDriver: string | null;
  sharedOutcome: string | null;
}

export const stateAfter: Record<Decision, TriedState> = {
  adopt: 'kept',
  expand: 'kept',
  implement: 'kept',
  adapt: 'changed',
  inconclusive: 'unsure',
  abandon: 'stopped',
};

/** What teams did, after "2", or after "1 team tried this and". */
const did: Record<TriedState, [one: string, many: string]> = {
  kept: ['kept it', 'kept it'],
  changed: ['changed it', 'changed it'],
  unsure: ['could not tell', 'could not tell'],
  testing: ['is still testing', 'are still testing'],
  stopped: ['stopped', 'stopped'],
};

/**
 * Each team that tested something alike, in one line: what it decided last, and why. The same driver comes first, then
 * the same outcome, then what is most alike. Ideas that nobody tested yet are left out.
 */
export function triedByTeam(
  ideas: readonly TriedIdea[],
  cycles: readonly TriedCycle[],
  ownTeamId: string,
): TriedTeam[] {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const newestFirst = [...cycles].sort((a, b) => b.startsOn.localeCompare(a.startsOn) || b.number - a.number);
  const teams = new Map<string, { line: TriedTeam; words: number }>();
  for (const cycle of newestFirst) {
    const idea = byId.get(cycle.ideaId);
    if (!idea) continue;
    const known = teams.get(idea.teamId);
    if (!known) {
      const line = { ...lineOf(idea, cycle), isOwn: idea.teamId === ownTeamId };
      teams.set(idea.teamId, { line, words: idea.words });
      continue;
    }
    const { line } = known;
    line.cycles += 1;
    line.sharedDriver ??= idea.sharedDriver;
    line.sharedOutcome ??= idea.sharedOutcome;
    known.words = Math.max(known.words, idea.words);
    // The newest cycle may still be going on: what was decided before it holds until then.
    if (line.decision === null && cycle.decision !== null) Object.assign(line, decidedOf(cycle));
    line.learned ||= cycle.learned;
  }
  const weight = ({ sharedDriver, sharedOutcome }: TriedTeam) =>
    (sharedDriver ? 2 : 0) + (sharedOutcome ? 1 : 0);
  return [...teams.values()]
    .sort((a, b) => weight(b.line) - weight(a.line) || b.words - a.words)
    .map(({ line }) => line);
}

function decidedOf({ decision, reason }: TriedCycle): Pick<TriedTeam, 'state' | 'decision' | 'reason'> {
  return { state: decision ? stateAfter[decision] : 'testing', decision, reason: reason ?? '' };
}

const lineOf = (idea: TriedIdea, cycle: TriedCycle): Omit<TriedTeam, 'isOwn'> => ({
  teamId: idea.teamId,
  team: idea.team,
  ideaId: idea.id,
  idea: idea.name,
  cycles: 1,
  cycleId: cycle.id,
  number: cycle.number,
  learned: cycle.learned,
  sharedDriver: idea.sharedDriver,
  sharedOutcome: idea.sharedOutcome,
  ...decidedOf(cycle),
});

const longestReason = 90;

/** The first sentence of a reason, without its full stop; cut at a word where it is long. */
export function inBrief(reason: string): string {
  const first = (reason.trim().split(/(?<=[.!?])\s/)[0] ?? '').replace(/[.]+$/, '');
  if (first.length <= longestReason) return first;
  return `${first.slice(0, longestReason).replace(/\s+\S*$/, '')}…`;
}

/** "3 teams tried this; 1 kept it, 2 stopped because “families did not read it” and “it took too long”." */
export function triedSentence(teams: readonly TriedTeam[]): string {
  if (teams.length === 0) return '';
  const reasons = teams
    .filter((team) => team.state === 'stopped')
    .map((team) => inBrief(team.reason))
    .filter(Boolean);
  const why =
    reasons.length > 0 ? ` because ${listed([...new Set(reasons)].map((reason) => `“${reason}”`))}` : '';
  const say = (state: TriedState, isOne: boolean) =>
    did[state][isOne ? 0 : 1] + (state === 'stopped' ? why : '');
  const isOurs = teams.some((team) => team.isOwn);
  const [only, second] = teams;
  if (only && !second) return `${isOurs ? 'Your team' : '1 team'} tried this and ${say(only.state, true)}.`;
  const parts = triedStates.flatMap((state) => {
    const count = teams.filter((team) => team.state === state).length;
    return count === 0 ? [] : [`${count} ${say(state, count === 1)}`];
  });
  return `${plural(teams.length, 'team')} tried this${isOurs ? ', yours among them' : ''}; ${parts.join(', ')}.`;
}
