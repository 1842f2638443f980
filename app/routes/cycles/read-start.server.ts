import type { TeamAccess } from '~/access/gate.server';
import { myTeams } from '~/cycles/my-work.server';
import { cyclesOfTeam } from '~/cycles/queries.server';
import { newFormKey } from '~/http/once.server';
import { listPractices } from '~/practices/queries.server';
import { ideasOfTeam } from '~/theories/queries.server';

/** What both forms that begin a cycle need: the team's ideas, the one it tested last, the library, my other teams. */
export async function readStart(team: TeamAccess, request: Request) {
  const [ideas, practices, cycles, mine] = await Promise.all([
    ideasOfTeam(team),
    listPractices(team),
    cyclesOfTeam(team),
    myTeams(team),
  ]);
  const { searchParams } = new URL(request.url);
  const practiceId = practices.find(({ id }) => id === searchParams.get('practice'))?.id;
  const asked = ideas.find(({ id }) => id === searchParams.get('idea'))?.id;
  const last = cycles.at(-1)?.ideaId;
  // The idea tested last is the likeliest; whoever comes from a practice or has named a new idea means another.
  const isNew = practiceId !== undefined || Boolean(searchParams.get('newIdea'));
  const suggestedId = isNew ? undefined : (asked ?? ideas.find(({ id }) => id === last)?.id);
  return {
    teamId: team.teamId,
    team: team.teamName,
    ideas: ideas.map(({ id, name }) => ({ value: id, label: name })),
    practices: practices.map(({ id, name }) => ({ value: id, label: name })),
    practiceId,
    ideaId: suggestedId,
    otherTeams: mine.filter(({ id }) => id !== team.teamId),
    formKey: newFormKey(),
  };
}
