import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { communities, networks, partners } from '#db/schema/communities';
import { dimensions, outcomes } from '#db/schema/indicators';
import { cradleToCareer, ruleSetWords } from '#db/vocabulary';
import type { CommunityAccess, PersonAccess } from '~/access/gate.server';
import { lookAt } from '~/access/session.server';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { found, notFound, RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import type { NewPartner, SettingsFields } from './forms';
import { monthWords } from './months';

/** How communities split people into groups at first; each may add its own. */
const firstDimensions = [
  'Race and ethnicity',
  'Family income',
  'Language',
  'Disability',
  'Gender',
  'School',
  'Neighborhood',
] as const;

/** The one network of the installation: made, or named anew where removing the demo has left it. */
export async function nameNetwork(name: string): Promise<void> {
  await db
    .insert(networks)
    .values({ id: 1, name })
    .onConflictDoUpdate({ target: networks.id, set: { name } });
}

/**
 * A community with the seven outcomes and the usual ways to split people into groups; returns its id. These rows of
 * the indicators room are written here because no community is whole without them, and nobody has access to one yet.
 */
export async function foundCommunity(
  some: Pick<typeof communities.$inferInsert, 'name'> & Partial<typeof communities.$inferInsert>,
): Promise<string> {
  return transaction(async () => {
    const community = await db.insert(communities).values(some).returning({ id: communities.id }).get();
    const communityId = community.id;
    await db
      .insert(outcomes)
      .values(cradleToCareer.map((name, position) => ({ communityId, name, position: position + 1 })));
    await db
      .insert(dimensions)
      .values(firstDimensions.map((name, position) => ({ communityId, name, position: position + 1 })));
    return communityId;
  });
}

const settingWords: Record<keyof SettingsFields, string> = {
  name: 'name',
  timeZone: 'time zone',
  schoolYearFirstMonth: 'start of the school year',
  holidays: 'holidays',
  ruleSet: 'rules for run charts',
  maskingThreshold: 'smallest group shown',
};

/** Changes how the community counts days and shows data; `shown` is what the form was drawn with. */
export async function changeSettings(
  access: CommunityAccess,
  typed: SettingsFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    // Read anew: since the request came, somebody else may have saved.
    const before = found(
      await db.select().from(communities).where(eq(communities.id, access.communityId)).get(),
    );
    const fields = await keptBeside<SettingsFields>(access, {
      ...{ typed, now: before, shown, of: { thingId: access.communityId } },
      words: { ruleSet: ruleSetWords, schoolYearFirstMonth: monthWords },
    });
    const changed = (Object.keys(settingWords) as (keyof SettingsFields)[]).filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(fields[name]),
    );
    if (changed.length === 0) return;
    await db.update(communities).set(fields).where(eq(communities.id, access.communityId));
    await record(access, {
      deed: `changed the settings: ${changed.map((name) => settingWords[name]).join(', ')}`,
      thing: 'community',
      thingId: access.communityId,
      detail: Object.fromEntries(changed.map((name) => [name, { from: before[name], to: fields[name] }])),
    });
  });
}

/** Names are the same however they are written: case and spaces aside. */
const plainName = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase();

/** Adds an organization; one that was archived under the same name comes back. */
export async function addPartner(access: CommunityAccess, { name, sector }: NewPartner): Promise<void> {
  await transaction(async () => {
    const all = await db
      .select({ id: partners.id, name: partners.name, archivedAt: partners.archivedAt })
      .from(partners)
      .where(eq(partners.communityId, access.communityId));
    const named = all.filter((one) => plainName(one.name) === plainName(name));
    const listed = named.find(({ archivedAt }) => archivedAt === null);
    if (listed) throw new RuleBroken(`“${listed.name}” is in the list already.`, 'name');
    const same = named.find((one) => one.name === name) ?? named[0];
    const partner = same
      ? await db
          .update(partners)
          .set({ name, sector, archivedAt: null })
          .where(eq(partners.id, same.id))
          .returning({ id: partners.id })
          .get()
      : await db
          .insert(partners)
          .values({ communityId: access.communityId, name, sector })
          .returning({ id: partners.id })
          .get();
    await record(access, {
      deed: `${same ? 'brought back' : 'added'} the partner ${name}`,
      thing: 'partner',
      thingId: partner.id,
    });
  });
}

/** Takes an organization out of the lists; what refers to it keeps its name. @throws Response 404. */
export async function archivePartner(access: CommunityAccess, partnerId: string): Promise<void> {
  await transaction(async () => {
    const mine = and(eq(partners.id, partnerId), eq(partners.communityId, access.communityId));
    const partner = await db
      .select({ name: partners.name, archivedAt: partners.archivedAt })
      .from(partners)
      .where(mine)
      .get();
    if (!partner) throw notFound();
    if (partner.archivedAt !== null) return;
    await db.update(partners).set({ archivedAt: new Date().toISOString() }).where(mine);
    await record(access, {
      deed: `archived the partner ${partner.name}`,
      thing: 'partner',
      thingId: partnerId,
    });
  });
}

/** Looks at another of one's own communities. @throws Response 404 for any other. */
export async function switchCommunity({ signedIn }: PersonAccess, communityId: string): Promise<void> {
  if (!signedIn.memberships.some((one) => one.communityId === communityId)) throw notFound();
  await lookAt(signedIn.sessionId, communityId);
}
