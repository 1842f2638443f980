import type { TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { scoresOfTeam } from '~/coaching/scores.server';
import { notFound } from '~/http/errors';
import { readSuggestions } from './read-progress.server';
import type { ReadOfTeam } from './read-signals.server';

/** A team's three scores, now and over time, with the evidence of what is suggested. */
export async function readTeamProgress(team: TeamAccess, read?: readonly ReadOfTeam[]) {
  const [given, suggestions] = await Promise.all([
    scoresOfTeam(team),
    readSuggestions(team, [team.teamId], read),
  ]);
  const suggestion = suggestions.get(team.teamId);
  if (!suggestion) throw notFound();
  const { timeZone } = team.community;
  const newest = (kind: 'claimed' | 'settled') => given.findLast((one) => one.kind === kind)?.score ?? null;
  return {
    team: { id: team.teamId, name: team.teamName },
    suggestion,
    given: given.map((one) => ({ ...one, on: dayIn(timeZone, new Date(one.createdAt)) })),
    claimed: newest('claimed'),
    settled: newest('settled'),
    today: team.today,
    timeZone,
    may: {
      claim: team.may('write cycles') && !team.may('settle scores') && !team.teamIsArchived,
      settle: team.may('settle scores') && !team.teamIsArchived,
    },
  };
}
export type TeamProgress = Awaited<ReturnType<typeof readTeamProgress>>;
