import { desc, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { writtenOrder } from '#db/written-order';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import type { Deed as AllowedDeed } from '~/access/policy';
import { note } from '~/http/log';

export interface Deed {
  /** A past-tense sentence without its subject: "wrote the Study of Cycle 3". */
  deed: string;
  cycleId?: string;
  /** What it was done to, where that is neither a team nor a cycle: "measure", "indicator" … */
  thing?: string;
  thingId?: string;
  detail?: Record<string, unknown>;
  /** What it changed, from what to what, to be read below the sentence. */
  changes?: readonly HistoryChange[];
  /** Who alone reads the changes, where they tell figures: whoever may do this deed. */
  changesFor?: AllowedDeed;
  /** Where the sentence tells figures of people: how few they are of, and how to say it without. */
  small?: SmallDeed | null;
}

/** One answer that was changed, in words; empty where there was none. */
export interface HistoryChange {
  label: string;
  was: string;
  is: string;
}

export interface SmallDeed {
  outOf: number;
  deed: string;
}

/** Leaves one line: who, what, when; also in the log. Called inside the transaction of the deed itself. */
export async function record(
  access: CommunityAccess | TeamAccess,
  { small, changes, changesFor, detail, ...line }: Deed,
): Promise<void> {
  const hasChanges = changes !== undefined && changes.length > 0;
  const kept = {
    ...detail,
    ...(small ? { small } : {}),
    ...(hasChanges ? { changes, changesFor } : {}),
  };
  await db.insert(history).values({
    communityId: access.communityId,
    personId: access.person.id,
    teamId: 'teamId' in access ? access.teamId : null,
    ...line,
    ...(Object.keys(kept).length > 0 ? { detail: kept } : {}),
  });
  const { thing, thingId } = line;
  // Figures of people have no place in the log either.
  const deed = small?.deed ?? line.deed;
  note('done', { personId: access.person.id, communityId: access.communityId, deed, thing, thingId });
}

/** Words that save themselves while somebody writes are one deed for so long. */
const oneSitting = 30 * 60_000;

/**
 * As `record`, of words of a cycle that save themselves: where the newest line of the cycle says the same of the same
 * person a little while ago, that line stands for this too. Every text is kept beside it, as a version of its field.
 */
export async function recordWriting(access: TeamAccess, line: Deed & { cycleId: string }): Promise<void> {
  const newest = await db
    .select({ personId: history.personId, deed: history.deed, at: history.at })
    .from(history)
    .where(eq(history.cycleId, line.cycleId))
    .orderBy(desc(history.at), desc(writtenOrder(history)))
    .limit(1)
    .get();
  const isSame =
    newest?.personId === access.person.id &&
    newest.deed === line.deed &&
    Date.now() - Date.parse(newest.at) < oneSitting;
  if (!isSame) await record(access, line);
}
