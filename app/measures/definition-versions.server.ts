import { and, desc, eq, like } from 'drizzle-orm';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { people } from '#db/schema/people';
import { writtenOrder } from '#db/written-order';
import type { TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import type { DefinitionLine } from './definition-versions';

const most = 50;

/** The newest lines of history that kept an old way of counting, newest first. */
export async function definitionLines(team: TeamAccess, measureId: string): Promise<DefinitionLine[]> {
  const rows = await db
    .select({ id: history.id, at: history.at, who: people.name, detail: history.detail })
    .from(history)
    .leftJoin(people, eq(people.id, history.personId))
    .where(
      and(
        eq(history.thingId, measureId),
        eq(history.teamId, team.teamId),
        like(history.deed, 'changed how “%'),
      ),
    )
    .orderBy(desc(history.at), desc(writtenOrder(history)))
    .limit(most);
  return rows.map(({ id, at, who, detail }) => ({
    id,
    who,
    day: dayIn(team.community.timeZone, new Date(at)),
    was: (detail?.was ?? {}) as Record<string, unknown>,
  }));
}
