import { and, eq, sql } from 'drizzle-orm';
import { cycleDecisions, cycles } from './schema/cycles';
import { practiceDecisions, practices } from './schema/practices';

/** Joins `cycle_decisions` to `cycles`: each cycle with its newest decision, the one that holds. */
export const newestDecision = eq(cycleDecisions.id, cycles.decisionId);

/** Joins `practice_decisions` to `practices`: each practice with what leaders decided last, which holds. */
export const newestLeaderDecision = and(
  eq(practiceDecisions.practiceId, practices.id),
  sql`${practiceDecisions.id} = (
    select d.id from practice_decisions d where d.practice_id = ${practices.id}
    order by d.created_at desc, d.id desc limit 1)`,
);

/** Done is a Study and a decision: the rule of the cycles' stages (app/cycles/stages.ts), as SQL can ask it. */
export const isDoneCycle = sql<number>`(trim(${cycles.learned}) <> '' and ${cycles.decisionId} is not null)`;

/** Its opposite, in the words of the index `cycles_open`. */
export const isOpenCycle = sql<number>`(trim(${cycles.learned}) = '' or ${cycles.decisionId} is null)`;
