import type { Decision, Scale } from '#db/vocabulary';
import { isCounted, type Vote } from './votes';

/* What teams wrote about their uses of a practice, put beside what their measures did: pure, over plain rows. */

/** A cycle of the practice, as teams wrote it. */
export interface WrittenCycle {
  id: string;
  number: number;
  teamId: string;
  team: string;
  ideaId: string;
  idea: string;
  adaptation: string;
  context: string;
  focusGroup: string;
  scale: Scale | null;
  doStartedOn: string | null;
  learned: string;
  decision: Decision | null;
  reason: string | null;
}

interface VotedTeam {
  team: string;
  name: string;
  vote: Vote;
  changeOn: string | null;
}

/** One team's words: where and with whom, at which largest scale, what it did differently. */
export interface TeamWords {
  teamId: string;
  team: string;
  vote: Vote;
  contexts: string[];
  adaptations: { ideaId: string; words: string }[];
  scale: Scale | null;
}

const scaleOrder: readonly (Scale | null)[] = [null, 'one', 'few', 'site', 'sites', 'everyone'];
const once = <T>(all: readonly T[]): T[] => [...new Set(all)];

export function wordsOfTeams(teams: readonly VotedTeam[], cycles: readonly WrittenCycle[]): TeamWords[] {
  return teams.map(({ team, name, vote }) => {
    const own = cycles.filter((cycle) => cycle.teamId === team);
    const ideas = [...new Map(own.map((cycle) => [cycle.ideaId, cycle])).values()];
    return {
      teamId: team,
      team: name,
      vote,
      contexts: once(ideas.map(({ context }) => context).filter(Boolean)),
      adaptations: ideas
        .filter(({ adaptation }) => adaptation !== '')
        .map(({ ideaId, adaptation }) => ({ ideaId, words: adaptation })),
      scale: own.reduce<Scale | null>(
        (most, { scale }) => (scaleOrder.indexOf(scale) > scaleOrder.indexOf(most) ? scale : most),
        null,
      ),
    };
  });
}

/** Teams where it worked, and teams that could tell and where it did not. */
export function whereItWorked(words: readonly TeamWords[]): { worked: TeamWords[]; didNot: TeamWords[] } {
  return {
    worked: words.filter(({ vote }) => vote === 'improved'),
    didNot: words.filter(({ vote }) => isCounted(vote) && vote !== 'improved'),
  };
}

/** A use that ended without the change staying, and why. */
export interface GivenUp {
  cycleId: string;
  number: number;
  teamId: string;
  team: string;
  idea: string;
  decision: Decision;
  reason: string;
  learned: string;
}

/** The cycles that a team decided to abandon, and those that told nothing; abandoned ones first. */
export function whatWentWrong(cycles: readonly WrittenCycle[]): GivenUp[] {
  const of = (decision: Decision) =>
    cycles
      .filter((cycle) => cycle.decision === decision)
      .map(({ id, number, teamId, team, idea, reason, learned }) => ({
        ...{ cycleId: id, number, teamId, team, idea, decision, learned },
        reason: reason ?? '',
      }));
  return [...of('abandon'), ...of('inconclusive')];
}

/** When each team began to do it, oldest first, with how many teams that made. */
export function spreadOverTime(teams: readonly VotedTeam[]) {
  return teams
    .flatMap(({ team, name, vote, changeOn }) =>
      changeOn === null ? [] : [{ teamId: team, team: name, vote, on: changeOn }],
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.team.localeCompare(b.team, 'en')))
    .map((row, position) => ({ ...row, teams: position + 1 }));
}
export type SpreadStep = ReturnType<typeof spreadOverTime>[number];
