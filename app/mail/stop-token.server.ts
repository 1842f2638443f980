import { createHmac, timingSafeEqual } from 'node:crypto';

/*
 * A link that turns letters off works for whoever has it, without an account: it is the mail's id with our signature.
 * Nothing of it is stored, so nothing can be read out of the database; it can do nothing else.
 */

const signatureOf = (mailId: string) =>
  createHmac('sha256', process.env.SESSION_SECRET ?? 'only for tests')
    .update(`stop letters like ${mailId}`)
    .digest('base64url');

const length = 43;

export const stopToken = (mailId: string) => `${mailId}${signatureOf(mailId)}`;

/** The mail that a link of ours came in; null for any other. */
export function mailOfToken(token = ''): string | null {
  const mailId = token.slice(0, -length);
  const [given, ours] = [Buffer.from(token.slice(-length)), Buffer.from(signatureOf(mailId))];
  return mailId !== '' && given.length === ours.length && timingSafeEqual(given, ours) ? mailId : null;
}
