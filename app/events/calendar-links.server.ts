import { and, desc, eq, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { calendarLinks } from '#db/schema/events';
import type { CommunityAccess } from '~/access/gate.server';
import { hashOf, newToken } from '~/access/session.server';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';

/** One's own links to the calendar, newest first: those that work and those that did. Their tokens are kept nowhere. */
export async function myCalendarLinks(access: CommunityAccess) {
  return db
    .select({
      id: calendarLinks.id,
      label: calendarLinks.label,
      createdAt: calendarLinks.createdAt,
      revokedAt: calendarLinks.revokedAt,
    })
    .from(calendarLinks)
    .where(
      and(eq(calendarLinks.personId, access.person.id), eq(calendarLinks.communityId, access.communityId)),
    )
    .orderBy(desc(calendarLinks.createdAt))
    .limit(100);
}
export type CalendarLink = Awaited<ReturnType<typeof myCalendarLinks>>[number];

/** Makes a link by which a calendar program reads the calendar; returns its token, shown once and kept nowhere. */
export async function makeCalendarLink(access: CommunityAccess, label: string): Promise<string> {
  const token = newToken();
  await transaction(async () => {
    const { id } = await db
      .insert(calendarLinks)
      .values({
        ...{ communityId: access.communityId, personId: access.person.id, label },
        tokenHash: hashOf(token),
      })
      .returning({ id: calendarLinks.id })
      .get();
    await record(access, { deed: 'made a link to the calendar', thing: 'calendar link', thingId: id });
  });
  return token;
}

/** Takes one of one's own links back: it opens nothing any more. */
export async function revokeCalendarLink(access: CommunityAccess, linkId: string): Promise<void> {
  await transaction(async () => {
    const link = found((await myCalendarLinks(access)).find(({ id }) => id === linkId));
    if (link.revokedAt !== null) return;
    await db
      .update(calendarLinks)
      .set({ revokedAt: now() })
      .where(and(eq(calendarLinks.id, link.id), isNull(calendarLinks.revokedAt)));
    await record(access, {
      deed: 'took back a link to the calendar',
      thing: 'calendar link',
      thingId: link.id,
    });
  });
}
