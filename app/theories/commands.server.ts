import { and, eq, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { practices } from '#db/schema/practices';
import { changeIdeas } from '#db/schema/theories';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import type { IdeaFields } from './forms';
import { findIdea } from './queries.server';

const thingOf = (ideaId: string) => ({ thing: 'change idea', thingId: ideaId });

/** Adds a change idea to the team's theory; returns its id. */
export async function addIdea(
  access: TeamAccess,
  fields: Pick<IdeaFields, 'name' | 'practiceId'> & Partial<IdeaFields>,
): Promise<string> {
  return transaction(async () => {
    await requirePracticeHere(access, fields.practiceId);
    const idea = await db
      .insert(changeIdeas)
      .values({
        name: fields.name,
        adaptation: fields.adaptation,
        context: fields.context,
        practiceId: fields.practiceId,
        teamId: access.teamId,
        communityId: access.communityId,
        createdBy: access.person.id,
      })
      .returning({ id: changeIdeas.id })
      .get();
    await record(access, { deed: `added the change idea “${fields.name}”`, ...thingOf(idea.id) });
    return idea.id;
  });
}

/**
 * The team's own idea for another team's plan: of the same practice, by the name it is given. An idea of the team's
 * that has both is taken as it is.
 */
export async function takeOverIdea(
  access: TeamAccess,
  fromIdeaId: string,
  fields: Pick<IdeaFields, 'name' | 'adaptation'> & Partial<IdeaFields>,
): Promise<string> {
  return transaction(async () => {
    const here = eq(changeIdeas.communityId, access.communityId);
    const from = found(
      await db
        .select({ practiceId: changeIdeas.practiceId })
        .from(changeIdeas)
        .where(and(here, eq(changeIdeas.id, fromIdeaId)))
        .get(),
    );
    const own = await db
      .select({ id: changeIdeas.id, name: changeIdeas.name, practiceId: changeIdeas.practiceId })
      .from(changeIdeas)
      .where(and(eq(changeIdeas.teamId, access.teamId), isNull(changeIdeas.archivedAt)));
    const name = fields.name.toLowerCase();
    const same = own.find((idea) => idea.name.toLowerCase() === name && idea.practiceId === from.practiceId);
    return same?.id ?? addIdea(access, { ...fields, practiceId: from.practiceId });
  });
}

export async function rewriteIdea(
  access: TeamAccess,
  ideaId: string,
  typed: IdeaFields | Pick<IdeaFields, 'name'>,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const ours = and(eq(changeIdeas.id, ideaId), eq(changeIdeas.teamId, access.teamId));
    const before = found(await db.select().from(changeIdeas).where(ours).get());
    const fields = await keptBeside<Partial<IdeaFields> & Pick<IdeaFields, 'name'>>(access, {
      ...{ typed, now: before, shown, of: { thingId: ideaId } },
      named: { practiceId: practices },
    });
    const { practiceId } = fields;
    if (practiceId !== undefined && practiceId !== before.practiceId)
      await requirePracticeHere(access, practiceId);
    const detail = changedFrom<Partial<IdeaFields>>(before, fields);
    if (!detail) return;
    await db.update(changeIdeas).set(fields).where(ours);
    await record(access, {
      deed: `rewrote the change idea “${fields.name}”`,
      ...thingOf(ideaId),
      detail,
    });
  });
}

/** The team's own idea for a practice: one of the same practice and name is taken as it is. */
export async function ideaForPractice(
  access: TeamAccess,
  fields: Pick<IdeaFields, 'name' | 'adaptation' | 'context'> & { practiceId: string },
): Promise<string> {
  return transaction(async () => {
    const own = await db
      .select({ id: changeIdeas.id, name: changeIdeas.name })
      .from(changeIdeas)
      .where(
        and(
          eq(changeIdeas.teamId, access.teamId),
          eq(changeIdeas.practiceId, fields.practiceId),
          isNull(changeIdeas.archivedAt),
        ),
      );
    const name = fields.name.toLowerCase();
    return own.find((idea) => idea.name.toLowerCase() === name)?.id ?? addIdea(access, fields);
  });
}

/** A change idea of the community that comes from no practice yet, for one to be made of it. */
export async function findLooseIdea(access: CommunityAccess, ideaId: string | null) {
  const idea = await db
    .select({
      id: changeIdeas.id,
      name: changeIdeas.name,
      adaptation: changeIdeas.adaptation,
      teamId: changeIdeas.teamId,
    })
    .from(changeIdeas)
    .where(
      and(
        eq(changeIdeas.id, ideaId ?? ''),
        eq(changeIdeas.communityId, access.communityId),
        isNull(changeIdeas.practiceId),
      ),
    )
    .get();
  return idea ?? null;
}

/** The idea becomes a use of a practice. @throws RuleBroken where it is one already, or is not the community's. */
export async function tieIdea(access: CommunityAccess, ideaId: string, practiceId: string): Promise<void> {
  await transaction(async () => {
    const idea = await findLooseIdea(access, ideaId);
    if (!idea) throw new RuleBroken('That change idea comes from a practice already.');
    await db.update(changeIdeas).set({ practiceId }).where(eq(changeIdeas.id, idea.id));
    await record(access, { deed: `made a practice of the change idea “${idea.name}”`, ...thingOf(idea.id) });
  });
}

/** All uses of one practice become uses of another; returns which ideas they are. */
export async function moveUses(access: CommunityAccess, fromId: string, intoId: string): Promise<string[]> {
  return transaction(async () => {
    const here = eq(changeIdeas.communityId, access.communityId);
    const into = await db
      .select({ name: practices.name })
      .from(practices)
      .where(and(eq(practices.id, intoId), eq(practices.communityId, access.communityId)))
      .get();
    if (!into) throw new RuleBroken('Choose another practice of your library.', 'intoId');
    const moved = await db
      .update(changeIdeas)
      .set({ practiceId: intoId })
      .where(and(here, eq(changeIdeas.practiceId, fromId)))
      .returning({ id: changeIdeas.id });
    if (moved.length > 0) {
      const count = moved.length === 1 ? 'a change idea' : `${moved.length} change ideas`;
      await record(access, {
        deed: `moved ${count} to the practice “${into.name}”`,
        thing: 'practice',
        thingId: intoId,
        detail: { fromId, ideaIds: moved.map(({ id }) => id) },
      });
    }
    return moved.map(({ id }) => id);
  });
}

/** Puts an idea away: it is offered nowhere any more, and its cycles stay to be read. Its places are kept. */
export async function archiveIdea(access: TeamAccess, ideaId: string): Promise<void> {
  await setArchived(access, ideaId, true);
}

export async function bringBackIdea(access: TeamAccess, ideaId: string): Promise<void> {
  await setArchived(access, ideaId, false);
}

async function setArchived(access: TeamAccess, ideaId: string, isAway: boolean): Promise<void> {
  await transaction(async () => {
    const { name, archivedAt } = await findIdea(access, ideaId);
    if ((archivedAt !== null) === isAway) return;
    await db
      .update(changeIdeas)
      .set({ archivedAt: isAway ? new Date().toISOString() : null })
      .where(and(eq(changeIdeas.id, ideaId), eq(changeIdeas.teamId, access.teamId)));
    await record(access, {
      deed: `${isAway ? 'put away' : 'brought back'} the change idea “${name}”`,
      ...thingOf(ideaId),
    });
  });
}

async function requirePracticeHere(access: TeamAccess, practiceId: string | null): Promise<void> {
  if (practiceId === null) return;
  const practice = await db
    .select({ id: practices.id })
    .from(practices)
    .where(and(eq(practices.id, practiceId), eq(practices.communityId, access.communityId)))
    .get();
  if (!practice) throw new RuleBroken('Choose a practice of your community.', 'practiceId');
}
