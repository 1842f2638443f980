import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { partners } from '#db/schema/communities';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { teamPeople, teams } from '#db/schema/teams';
import type { Role, TeamPart } from '#db/vocabulary';
import { requirePartnerHere } from '~/access/belongs.server';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { mayCoach } from '~/access/policy';
import { isActiveMembership } from '~/access/session.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import { aimSentence } from './aim-sentence';
import type { PartFields, TeamFields } from './forms';

/** Starts a team in the community; returns its id. */
export async function startTeam(access: CommunityAccess, fields: TeamFields): Promise<string> {
  return transaction(async () => {
    await requirePartnerHere(access, fields.homePartnerId, 'homePartnerId');
    const { id } = await db
      .insert(teams)
      .values({ ...fields, communityId: access.communityId })
      .returning({ id: teams.id })
      .get();
    await record({ ...access, teamId: id }, { deed: `started the team “${fields.name}”` });
    return id;
  });
}

/** The parts of the aim share one place for what is wrong with them. */
const namesInAim = {
  aimBy: 'by when',
  aimWhat: 'what gets better',
  aimForWhom: 'for whom',
  aimFrom: 'from how much',
  aimTo: 'to how much',
  aimUnit: 'what it is counted in',
};

/** Rewrites a team's name, aim and home organisation; `shown` is what the form was drawn with. */
export async function rewriteTeam(
  team: TeamAccess,
  typed: TeamFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const before = found(await db.select().from(teams).where(eq(teams.id, team.teamId)).get());
    const fields = await keptBeside<TeamFields>(team, {
      ...{ typed, now: before, shown, of: { teamId: team.teamId }, names: namesInAim },
      together: [['aimWhat', 'aimFrom', 'aimTo', 'aimUnit']],
      named: { homePartnerId: partners },
    });
    if (fields.homePartnerId !== before.homePartnerId)
      await requirePartnerHere(team, fields.homePartnerId, 'homePartnerId');
    const detail = changedFrom(before, fields);
    if (!detail) return;
    await db.update(teams).set(fields).where(eq(teams.id, team.teamId));
    const isAim = aimSentence(before) !== aimSentence(fields);
    await record(team, {
      deed: isAim ? 'rewrote the aim' : 'changed what the team says of itself',
      detail,
    });
  });
}

/**
 * Gives a person a part in the team, another part, or none: then they leave it, and their work stays. Answers with who
 * left, and the part they had.
 */
export async function choosePart(
  team: TeamAccess,
  { personId, part }: PartFields,
): Promise<{ name: string; part: TeamPart } | null> {
  if (part === null) return removeFromTeam(team, personId);
  await addToTeam(team, personId, part);
  return null;
}

/** An active person of the community joins, or takes the other part. Only who has a coach's list coaches. */
export async function addToTeam(team: TeamAccess, personId: string, part: TeamPart): Promise<void> {
  await transaction(async () => {
    const person = await db
      .select({ name: people.name, role: memberships.role })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(
        and(
          eq(memberships.personId, personId),
          eq(memberships.communityId, team.communityId),
          isActiveMembership,
        ),
      )
      .get();
    if (!person) throw new RuleBroken('Choose somebody of your community.', 'personId');
    if (part === 'coach' && !mayCoach(person.role)) {
      throw new RuleBroken(
        `${person.name} is ${roleOfOne(person.role)} of the community: reviews and asks for help would reach nobody. Choose somebody whose role is coach.`,
        'part',
      );
    }
    const held = await partsOf(team, personId);
    if (held.length === 1 && held[0] === part) return;
    await dropParts(team, personId);
    await db.insert(teamPeople).values({ teamId: team.teamId, personId, part });
    await record(team, {
      deed: `${held.length > 0 ? 'made' : 'added'} ${person.name} ${held.length > 0 ? '' : 'as '}a ${part}`,
      detail: { personId, part },
    });
  });
}

export async function removeFromTeam(
  team: TeamAccess,
  personId: string,
): Promise<{ name: string; part: TeamPart }> {
  return transaction(async () => {
    const held = await partsOf(team, personId);
    const [part] = held;
    if (!part) throw new RuleBroken('This person is not in the team.', 'personId');
    const person = await db.select({ name: people.name }).from(people).where(eq(people.id, personId)).get();
    const { name } = found(person);
    await dropParts(team, personId);
    await record(team, { deed: `took ${name} out of the team`, detail: { personId, parts: held } });
    return { name, part };
  });
}

const roleOfOne = (role: Role) => `${role === 'admin' ? 'an' : 'a'} ${role}`;

async function partsOf(team: TeamAccess, personId: string): Promise<TeamPart[]> {
  const rows = await db
    .select({ part: teamPeople.part })
    .from(teamPeople)
    .where(and(eq(teamPeople.teamId, team.teamId), eq(teamPeople.personId, personId)));
  return rows.map((row) => row.part);
}

const dropParts = (team: TeamAccess, personId: string) =>
  db.delete(teamPeople).where(and(eq(teamPeople.teamId, team.teamId), eq(teamPeople.personId, personId)));

/** Puts the team away: it is still read, and nothing more is written. */
export async function archiveTeam(team: TeamAccess): Promise<void> {
  await transaction(async () => {
    const put = await db
      .update(teams)
      .set({ archivedAt: new Date().toISOString() })
      .where(and(eq(teams.id, team.teamId), isNull(teams.archivedAt)))
      .returning({ id: teams.id })
      .get();
    if (put) await record(team, { deed: 'archived the team' });
  });
}

export async function bringBackTeam(team: TeamAccess): Promise<void> {
  await transaction(async () => {
    const brought = await db
      .update(teams)
      .set({ archivedAt: null })
      .where(and(eq(teams.id, team.teamId), isNotNull(teams.archivedAt)))
      .returning({ id: teams.id })
      .get();
    if (brought) await record(team, { deed: 'brought the team back' });
  });
}
