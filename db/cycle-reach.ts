import { sql } from 'drizzle-orm';
import { cycles } from './schema/cycles';

/**
 * How many people a cycle reached: the largest of its counts, which may be of the same people; where nobody counted,
 * how many it was planned for; null where that is not known either. For queries that join other tables to `cycles`.
 */
export const reachOfCycle = sql<number | null>`coalesce(
  (select max(n.reached) from cycle_counts n where n.cycle_id = ${cycles.id}), ${cycles.people})`;
