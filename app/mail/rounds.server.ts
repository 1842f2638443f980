import { and, asc, desc, eq, gte, isNull, or, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { mailChoices, mailRounds, mails } from '#db/schema/mail';
import { memberships } from '#db/schema/memberships';
import type { MailKind } from '#db/vocabulary';
import { isActiveMembership } from '~/access/session.server';
import { unchosen } from './forms';

/** What decides when a community's letters are due. */
export async function communitiesWithMail() {
  return db
    .select({ id: communities.id, timeZone: communities.timeZone, holidays: communities.holidays })
    .from(communities)
    .orderBy(asc(communities.id));
}

export async function isRoundFinished(communityId: string, kind: MailKind, period: string): Promise<boolean> {
  const row = await db
    .select({ id: mailRounds.id })
    .from(mailRounds)
    .where(
      and(eq(mailRounds.communityId, communityId), eq(mailRounds.kind, kind), eq(mailRounds.period, period)),
    )
    .get();
  return row !== undefined;
}

/** The active members who want letters of this kind and have none of this period yet. */
export async function peopleWithout(communityId: string, kind: MailKind, period: string): Promise<string[]> {
  const wanted = kind === 'digest' ? mailChoices.digest : mailChoices.reminder;
  const rows = await db
    .select({ personId: memberships.personId })
    .from(memberships)
    .leftJoin(
      mailChoices,
      and(eq(mailChoices.personId, memberships.personId), eq(mailChoices.communityId, communityId)),
    )
    .leftJoin(
      mails,
      and(
        eq(mails.personId, memberships.personId),
        eq(mails.communityId, communityId),
        eq(mails.kind, kind),
        eq(mails.period, period),
      ),
    )
    .where(
      and(
        eq(memberships.communityId, communityId),
        isActiveMembership,
        or(eq(wanted, true), unchosen[kind] ? isNull(mailChoices.id) : sql`false`),
        isNull(mails.id),
      ),
    )
    .orderBy(asc(memberships.personId));
  return rows.map(({ personId }) => personId);
}

/** What a person was reminded of since a day. */
export async function remindedOf(personId: string, communityId: string, since: string): Promise<Set<string>> {
  const rows = await db
    .select({ things: mails.things })
    .from(mails)
    .where(
      and(
        eq(mails.personId, personId),
        eq(mails.communityId, communityId),
        eq(mails.kind, 'reminder'),
        gte(mails.period, since),
      ),
    )
    .orderBy(desc(mails.period))
    .limit(400);
  return new Set(rows.flatMap(({ things }) => things));
}
