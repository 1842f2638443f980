import { and, asc, eq, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { partners } from '#db/schema/communities';
import { indicatorPartners } from '#db/schema/indicator-stories';
import { people } from '#db/schema/people';
import { requirePartnerHere } from '~/access/belongs.server';
import type { IndicatorAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import type { NewPartnerFields } from './story-forms';

/* The partners that have a role to play in turning the curve of one indicator. */

const partnerRow = {
  id: indicatorPartners.id,
  partnerId: indicatorPartners.partnerId,
  partner: partners.name,
  role: indicatorPartners.role,
  who: people.name,
  at: indicatorPartners.createdAt,
  takenOutAt: indicatorPartners.takenOutAt,
};

/** The partners with a role, by name. */
export async function partnersWithRole(access: IndicatorAccess) {
  return db
    .select(partnerRow)
    .from(indicatorPartners)
    .innerJoin(partners, eq(partners.id, indicatorPartners.partnerId))
    .leftJoin(people, eq(people.id, indicatorPartners.writtenBy))
    .where(and(eq(indicatorPartners.indicatorId, access.indicatorId), isNull(indicatorPartners.takenOutAt)))
    .orderBy(asc(partners.name))
    .limit(200);
}
export type PartnerWithRole = Awaited<ReturnType<typeof partnersWithRole>>[number];

/** One of them, also where it was taken off. @throws 404 where it is not this indicator's. */
export async function findPartnerRole(access: IndicatorAccess, roleId: string | undefined) {
  const row = await db
    .select(partnerRow)
    .from(indicatorPartners)
    .innerJoin(partners, eq(partners.id, indicatorPartners.partnerId))
    .leftJoin(people, eq(people.id, indicatorPartners.writtenBy))
    .where(and(eq(indicatorPartners.id, roleId ?? ''), eq(indicatorPartners.indicatorId, access.indicatorId)))
    .get();
  return found(row);
}

const ofRole = (id: string) => ({ thing: 'indicator partner', thingId: id });

/** Gives a partner a role; returns its id. One that was taken off comes back with the new role. */
export async function addPartnerRole(access: IndicatorAccess, fields: NewPartnerFields): Promise<string> {
  return transaction(async () => {
    await requirePartnerHere(access, fields.partnerId, 'partnerId');
    const before = await db
      .select({ id: indicatorPartners.id, takenOutAt: indicatorPartners.takenOutAt })
      .from(indicatorPartners)
      .where(
        and(
          eq(indicatorPartners.indicatorId, access.indicatorId),
          eq(indicatorPartners.partnerId, fields.partnerId),
        ),
      )
      .get();
    if (before && before.takenOutAt === null)
      throw new RuleBroken(
        'This partner has a role already. Change it on the indicator’s page.',
        'partnerId',
      );
    const written = { role: fields.role, writtenBy: access.person.id, createdAt: now(), takenOutAt: null };
    const { id } = await db
      .insert(indicatorPartners)
      .values({ indicatorId: access.indicatorId, partnerId: fields.partnerId, ...written })
      .onConflictDoUpdate({
        target: [indicatorPartners.indicatorId, indicatorPartners.partnerId],
        set: written,
      })
      .returning({ id: indicatorPartners.id })
      .get();
    const { partner } = await findPartnerRole(access, id);
    await record(access, { deed: `gave ${partner} a role: “${fields.role}”`, ...ofRole(id) });
    return id;
  });
}

export async function rewritePartnerRole(
  access: IndicatorAccess,
  roleId: string | undefined,
  typed: { role: string },
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const before = await findPartnerRole(access, roleId);
    const fields = await keptBeside(access, { typed, now: before, shown, of: { thingId: before.id } });
    const detail = changedFrom(before, fields);
    if (!detail) return;
    await db
      .update(indicatorPartners)
      .set({ ...fields, writtenBy: access.person.id })
      .where(eq(indicatorPartners.id, before.id));
    await record(access, {
      deed: `changed the role of ${before.partner} from “${before.role}” to “${fields.role}”`,
      ...ofRole(before.id),
      detail: { ...detail },
    });
  });
}

/** Takes a partner off the list, or puts it back. */
export async function setPartnerRoleAway(
  access: IndicatorAccess,
  roleId: string | undefined,
  isAway: boolean,
): Promise<void> {
  await transaction(async () => {
    const { id, partner, takenOutAt } = await findPartnerRole(access, roleId);
    if ((takenOutAt !== null) === isAway) return;
    await db
      .update(indicatorPartners)
      .set({ takenOutAt: isAway ? now() : null })
      .where(eq(indicatorPartners.id, id));
    await record(access, {
      deed: `${isAway ? 'took off' : 'put back'} ${partner} as a partner`,
      ...ofRole(id),
    });
  });
}
