import { and, eq, sql } from 'drizzle-orm';
import { cycleDecisions, cycles } from './schema/cycles';

/**
 * Joins `cycle_decisions` to `cycles`: each cycle with its newest decision, the one that holds. A cycle has few, so
 * the inner look-up runs on the index of cycle and time.
 */
export const newestDecision = and(
  eq(cycleDecisions.cycleId, cycles.id),
  sql`${cycleDecisions.id} = (
    select d.id from cycle_decisions d where d.cycle_id = ${cycles.id} order by d.created_at desc, d.id desc limit 1)`,
);

/** The same of a decision that is joined already: where most cycles have one, this is the faster way to ask. */
export const noNewerDecision = sql`not exists (
  select 1 from cycle_decisions d
  where d.cycle_id = ${cycleDecisions.cycleId}
    and (d.created_at, d.id) > (${cycleDecisions.createdAt}, ${cycleDecisions.id}))`;

/** Done is a Study and a decision: the rule of the cycles' stages (app/cycles/stages.ts), as SQL can ask it. */
export const isDoneCycle = sql<number>`(
  trim(${cycles.learned}) <> '' and exists (select 1 from cycle_decisions d where d.cycle_id = ${cycles.id}))`;
