import { and, eq, inArray } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { newId } from '#db/ids';
import { now } from '#db/schema/columns';
import { mailChoices, mailRounds, mails } from '#db/schema/mail';
import type { MailKind } from '#db/vocabulary';
import { accessOfMember, type CommunityAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import { type MailChoices, unchosen } from './forms';
import type { Letter } from './letter';
import { maySendAgain } from './mail-words';
import { choicesOf, findMail, mailToStop } from './queries.server';

/** Chooses which letters one gets of the community. */
export async function chooseMail(access: CommunityAccess, choices: MailChoices): Promise<void> {
  await transaction(async () => {
    const before = await choicesOf(access);
    if (before.digest === choices.digest && before.reminder === choices.reminder) return;
    await db
      .insert(mailChoices)
      .values({ personId: access.person.id, communityId: access.communityId, ...choices })
      .onConflictDoUpdate({ target: [mailChoices.personId, mailChoices.communityId], set: choices });
    await record(access, { deed: 'changed which e-mails they get', detail: { before } });
  });
}

/**
 * Turns off the letters of the kind that a link came in, and touches no other choice: two links may be followed at the
 * same time. Twice is as good as once; one who left has none to stop.
 */
export async function stopMail(token: string | undefined): Promise<void> {
  const { personId, communityId, kind } = await mailToStop(token);
  const access = await accessOfMember(personId, communityId, new Date());
  if (!access) return;
  await transaction(async () => {
    const before = await choicesOf(access);
    if (!before[kind]) return;
    await db
      .insert(mailChoices)
      .values({ personId, communityId, ...unchosen, [kind]: false })
      .onConflictDoUpdate({
        target: [mailChoices.personId, mailChoices.communityId],
        set: { [kind]: false },
      });
    await record(access, { deed: 'changed which e-mails they get', detail: { before } });
  });
}

/** Sends once more what could not be sent, or may not have arrived: a person decides that, never the program. */
export async function sendAgain(access: CommunityAccess, mailId: string | undefined): Promise<void> {
  await transaction(async () => {
    const mail = await findMail(access, mailId);
    if (!maySendAgain(mail.state)) throw new RuleBroken('This e-mail needs no second try.');
    await db
      .update(mails)
      .set({ state: 'waiting', handedAt: null, attempts: 0, notBefore: now(), problem: '' })
      .where(and(eq(mails.id, mail.id), inArray(mails.state, ['failed', 'unsure'])));
    await record(access, {
      deed: `had an e-mail to ${mail.to} sent again`,
      thing: 'mail',
      thingId: mail.id,
    });
  });
}

/** Puts a letter into the outbox: once for its person, kind and period, however often it is tried. */
export async function putInOutbox(
  access: Pick<CommunityAccess, 'person' | 'communityId'>,
  mail: { kind: MailKind; period: string; letter: Letter; things?: string[]; host: string },
  instant: Date,
): Promise<void> {
  const { letter, kind, period, things = [], host } = mail;
  const id = newId();
  await db
    .insert(mails)
    .values({
      ...{ id, kind, period, things, letter, subject: letter.subject },
      ...{ personId: access.person.id, communityId: access.communityId },
      ...{ messageId: `<${id}@${host}>`, createdAt: instant.toISOString(), notBefore: instant.toISOString() },
    })
    .onConflictDoNothing();
}

/** Marks a round of letters as written whole. */
export async function finishRound(communityId: string, kind: MailKind, period: string): Promise<void> {
  await db.insert(mailRounds).values({ communityId, kind, period, finishedAt: now() }).onConflictDoNothing();
}
