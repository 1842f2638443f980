import { eq, sql } from 'drizzle-orm';
import { cycleDecisions, cycles } from './schema/cycles';

/** Joins `cycle_decisions` to `cycles`: each cycle with its newest decision, the one that holds. */
export const newestDecision = eq(cycleDecisions.id, cycles.decisionId);

/** Done is a Study and a decision: the rule of the cycles' stages (app/cycles/stages.ts), as SQL can ask it. */
export const isDoneCycle = sql<number>`(trim(${cycles.learned}) <> '' and ${cycles.decisionId} is not null)`;

/** Its opposite, in the words of the index `cycles_open`. */
export const isOpenCycle = sql<number>`(trim(${cycles.learned}) = '' or ${cycles.decisionId} is null)`;
