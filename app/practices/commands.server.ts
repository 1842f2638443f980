import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { outcomes } from '#db/schema/indicators';
import { people } from '#db/schema/people';
import { practices } from '#db/schema/practices';
import { practiceSettingWords, practiceSourceWords, researchTierWords } from '#db/vocabulary';
import { requireMemberHere } from '~/access/belongs.server';
import type { CommunityAccess, PracticeAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import type { PracticeFields } from './forms';

/** Adds a practice to the community's library; returns its id. */
export async function addPractice(access: CommunityAccess, fields: PracticeFields): Promise<string> {
  return transaction(async () => {
    await requireMemberHere(access, fields.ownerId, 'ownerId');
    await requireOutcomeHere(access, fields.outcomeId);
    const practice = await db
      .insert(practices)
      .values({ ...fields, communityId: access.communityId })
      .returning({ id: practices.id })
      .get();
    await record(access, {
      deed: `added the practice “${fields.name}”`,
      thing: 'practice',
      thingId: practice.id,
    });
    return practice.id;
  });
}

/** Rewrites what a practice is; `shown` is what the form was drawn with. */
export async function rewritePractice(
  access: PracticeAccess,
  typed: PracticeFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const before = await openPractice(access);
    const fields = await keptBeside<PracticeFields>(access, {
      ...{ typed, now: before, shown, of: { thingId: before.id } },
      together: [['sourceKind', 'sourceTier']],
      words: {
        setting: practiceSettingWords,
        sourceKind: practiceSourceWords,
        sourceTier: researchTierWords,
      },
      named: { ownerId: people, outcomeId: outcomes },
    });
    if (fields.ownerId !== before.ownerId) await requireMemberHere(access, fields.ownerId, 'ownerId');
    await requireOutcomeHere(access, fields.outcomeId);
    const detail = changedFrom(before, fields);
    if (!detail) return;
    await db.update(practices).set(fields).where(eq(practices.id, before.id));
    await record(access, {
      deed: `rewrote the practice “${fields.name}”`,
      thing: 'practice',
      thingId: access.practiceId,
      detail,
    });
  });
}

/** The practice as it stands. @throws RuleBroken where it was merged into another one: that one is written to now. */
export async function openPractice(access: PracticeAccess) {
  const practice = found(
    await db
      .select()
      .from(practices)
      .where(and(eq(practices.id, access.practiceId), eq(practices.communityId, access.communityId)))
      .get(),
  );
  if (practice.mergedIntoId !== null)
    throw new RuleBroken('This practice was merged into another one. Open that one.');
  return practice;
}

async function requireOutcomeHere(access: CommunityAccess, outcomeId: string | null): Promise<void> {
  if (outcomeId === null) return;
  const outcome = await db
    .select({ id: outcomes.id })
    .from(outcomes)
    .where(and(eq(outcomes.id, outcomeId), eq(outcomes.communityId, access.communityId)))
    .get();
  if (!outcome) throw new RuleBroken('Choose a result of your community.', 'outcomeId');
}
