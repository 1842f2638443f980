import { and, asc, desc, eq, getTableColumns, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { newestLeaderDecision } from '#db/newest-decision';
import { people } from '#db/schema/people';
import { practiceDecisions, practices, type RulesSaid } from '#db/schema/practices';
import type { CommunityAccess, PracticeAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import { dayWithYear } from '~/ui/dates';
import { openPractice } from './commands.server';
import type { DecideFields } from './forms';

const deeds = { spread: 'to spread', study: 'to study further', stop: 'to stop' };

/**
 * Leaders decide: one more row, with what the rules said on that day beside it. The rows before it stay. Of the three
 * decisions only "stop" changes the tier, for as long as it is the newest.
 */
export async function decidePractice(
  access: PracticeAccess,
  fields: DecideFields,
  rulesSaid: RulesSaid | null,
): Promise<void> {
  await transaction(async () => {
    const practice = await openPractice(access);
    if (fields.reviewOn <= access.today)
      throw new RuleBroken('Choose a day after today: it is when you look at it again.', 'reviewOn');
    await db
      .insert(practiceDecisions)
      .values({ ...fields, practiceId: practice.id, rulesSaid, decidedBy: access.person.id });
    await record(access, {
      deed: `decided ${deeds[fields.decision]} the practice “${practice.name}”, to be looked at again on ${dayWithYear(fields.reviewOn)}`,
      thing: 'practice',
      thingId: practice.id,
      detail: { rulesSaid },
    });
  });
}

/** What leaders decided about the practice, newest first: the first one holds. */
export async function decisionsOfPractice(access: PracticeAccess) {
  const { id, decision, reason, reviewOn, rulesSaid, createdAt } = getTableColumns(practiceDecisions);
  return db
    .select({ id, decision, reason, reviewOn, rulesSaid, createdAt, decidedBy: people.name })
    .from(practiceDecisions)
    .leftJoin(people, eq(people.id, practiceDecisions.decidedBy))
    .where(eq(practiceDecisions.practiceId, access.practiceId))
    .orderBy(desc(practiceDecisions.createdAt), desc(practiceDecisions.id))
    .limit(100);
}

export type LeaderDecision = Awaited<ReturnType<typeof decisionsOfPractice>>[number];

/** The practices whose newest decision is to be looked at again, the earliest day first. */
export async function decisionsToReview(access: CommunityAccess) {
  const { decision, reviewOn } = getTableColumns(practiceDecisions);
  return db
    .select({ id: practices.id, name: practices.name, decision, reviewOn })
    .from(practiceDecisions)
    .innerJoin(practices, newestLeaderDecision)
    .where(and(eq(practices.communityId, access.communityId), isNull(practices.archivedAt)))
    .orderBy(asc(reviewOn), asc(practices.name))
    .limit(100);
}
export type DecisionToReview = Awaited<ReturnType<typeof decisionsToReview>>[number];
