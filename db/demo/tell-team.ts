import { demoId } from './chance';
import { type Clock, week } from './clock';
import { coaching } from './coaching';
import type { DemoRows } from './rows';
import type { CommunityStory, TeamStory, VisitStory } from './story';
import { tellCoaching } from './tell-coaching';
import { ideaId, plannedOn, type TeamContext, tellCycle } from './tell-cycles';
import { tellEvent } from './tell-events';
import { tellMeasure } from './tell-measures';
import { tellMeeting } from './tell-meetings';
import { tellTheory } from './tell-theories';
import { theories } from './theories';

const person = (key: string) => demoId('person', key);

/** A team as rows: its aim and people, ideas, measures with their points, links to indicators, and cycles. */
export function tellTeam(
  rows: DemoRows,
  community: CommunityStory,
  team: TeamStory,
  communityId: string,
  clock: Clock,
): void {
  const teamId = demoId('team', community.key, team.key);
  const createdAt = clock.at(team.began, '16:20');
  rows.teams.push({
    id: teamId,
    communityId,
    name: team.name,
    about: team.about,
    aimWhat: team.aim.what,
    aimForWhom: team.aim.forWhom,
    aimFrom: team.aim.from,
    aimTo: team.aim.to,
    aimUnit: team.aim.unit,
    aimBy: clock.next(...team.aim.by, 120),
    homePartnerId: demoId('partner', community.key, team.home),
    createdAt,
    archivedAt: team.archived === undefined ? null : clock.at(team.archived, '16:20'),
  });
  const parts = [...team.members.map((key) => [key, 'member'] as const), [team.coach, 'coach'] as const];
  for (const [key, part] of parts) {
    rows.teamPeople.push({
      id: demoId('team person', teamId, key),
      teamId,
      personId: person(key),
      part,
      createdAt,
    });
  }
  const leader = person(team.startedBy);
  const line = { communityId, teamId, personId: leader };
  rows.history.push({ ...line, id: demoId('line', teamId), at: createdAt, deed: 'started the team' });
  if (team.archived !== undefined) {
    rows.history.push({
      ...line,
      id: demoId('line', teamId, 'archived'),
      at: clock.at(team.archived, '16:20'),
      deed: 'archived the team',
    });
  }
  const context: TeamContext = { communityId, teamId, teamKey: team.key, clock };
  tellIdeas(rows, community, team, context);
  for (const measure of team.measures) tellMeasure(rows, community, team, measure, context);
  for (const cycle of team.cycles) tellCycle(rows, cycle, context);
  for (const event of team.events ?? []) tellEvent(rows, event, context);
  for (const meeting of team.meetings ?? []) tellMeeting(rows, meeting, context);
  for (const visit of team.visits ?? []) tellVisit(rows, team, visit, context);
  const theory = theories[team.key];
  if (theory) tellTheory(rows, team, theory, context);
  const asked = coaching[team.key];
  if (asked) tellCoaching(rows, asked, context);
}

function tellVisit(rows: DemoRows, team: TeamStory, visit: VisitStory, context: TeamContext): void {
  const { communityId, teamId, clock } = context;
  const id = demoId('visit', teamId, visit.on);
  const [writtenBy, at] = [person(team.coach), clock.at(visit.on, '22:00')];
  rows.visitNotes.push({
    ...{ id, communityId, teamId, onDate: clock.day(visit.on), text: visit.text, isShared: visit.isShared },
    ...{ writtenBy, createdAt: at },
  });
  rows.history.push({
    ...{ id: demoId('line', id), communityId, teamId, personId: writtenBy, at },
    deed: visit.isShared ? 'wrote a note of a visit' : 'wrote a note of a visit for coaches',
    ...{ thing: 'visit note', thingId: id },
  });
}

function tellIdeas(rows: DemoRows, community: CommunityStory, team: TeamStory, context: TeamContext): void {
  const { communityId, teamId, teamKey, clock } = context;
  for (const [key, { name, practice, adaptation, context: place }] of Object.entries(team.ideas)) {
    const uses = team.cycles.filter((cycle) => cycle.idea === key).map((cycle) => cycle.start);
    // What nobody has tested yet came up last.
    const firstUse = uses.length > 0 ? Math.min(...uses) : week(-2);
    const createdBy = person(team.cycles.find((cycle) => cycle.idea === key)?.by ?? team.coach);
    rows.changeIdeas.push({
      id: ideaId(teamKey, key),
      communityId,
      teamId,
      practiceId: practice === null ? null : demoId('practice', community.key, practice),
      name,
      adaptation: adaptation ?? '',
      context: place ?? '',
      createdBy,
      createdAt: clock.at(plannedOn(firstUse), '20:55'),
    });
  }
}
