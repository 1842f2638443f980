import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { comments } from '#db/schema/conversations';
import { mailChoices, mails } from '#db/schema/mail';
import { people } from '#db/schema/people';
import type { CommunityAccess } from '~/access/gate.server';
import { found } from '~/http/errors';
import { type MailChoices, unchosen } from './forms';
import { commentsOf, type Letter, withoutTakenBack } from './letter';
import { mailOfToken } from './stop-token.server';

const most = 200;

/** Which letters the person gets of the community. */
export async function choicesOf(
  access: Pick<CommunityAccess, 'person' | 'communityId'>,
): Promise<MailChoices> {
  const row = await db
    .select({ digest: mailChoices.digest, reminder: mailChoices.reminder })
    .from(mailChoices)
    .where(and(eq(mailChoices.personId, access.person.id), eq(mailChoices.communityId, access.communityId)))
    .get();
  return row ?? unchosen;
}

const inBrief = {
  id: mails.id,
  kind: mails.kind,
  period: mails.period,
  subject: mails.subject,
  state: mails.state,
  problem: mails.problem,
  attempts: mails.attempts,
  createdAt: mails.createdAt,
  sentAt: mails.sentAt,
  to: people.name,
};

/** The newest letters of the community, newest first, without what they say. */
export async function outboxOf(access: CommunityAccess) {
  return db
    .select(inBrief)
    .from(mails)
    .innerJoin(people, eq(people.id, mails.personId))
    .where(eq(mails.communityId, access.communityId))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(most);
}
export type MailInBrief = Awaited<ReturnType<typeof outboxOf>>[number];

/** One letter of the community with what it says. @throws 404 where it is another's. */
export async function findMail(access: CommunityAccess, mailId: string | undefined) {
  const row = await db
    .select({ ...inBrief, letter: mails.letter, address: people.email })
    .from(mails)
    .innerJoin(people, eq(people.id, mails.personId))
    .where(and(eq(mails.id, mailId ?? ''), eq(mails.communityId, access.communityId)))
    .get();
  return found(row);
}

/** A letter without what people took back since it was written; null where that is all of it. */
export async function letterAsItStands(letter: Letter): Promise<Letter | null> {
  const ids = commentsOf(letter);
  if (ids.length === 0) return letter;
  const rows = await db
    .select({ id: comments.id })
    .from(comments)
    .where(and(inArray(comments.id, ids), isNotNull(comments.takenOutAt)));
  return withoutTakenBack(letter, new Set(rows.map(({ id }) => id)));
}

/** Whose letters a link turns off, and which. @throws 404 where the link is none of ours. */
export async function mailToStop(token: string | undefined) {
  const row = await db
    .select({
      personId: mails.personId,
      communityId: mails.communityId,
      kind: mails.kind,
      community: communities.name,
      address: people.email,
    })
    .from(mails)
    .innerJoin(people, eq(people.id, mails.personId))
    .innerJoin(communities, eq(communities.id, mails.communityId))
    .where(eq(mails.id, mailOfToken(token) ?? ''))
    .get();
  return found(row);
}
