import MailComposer from 'nodemailer/lib/mail-composer';
import { paths } from '~/paths';
import { type Letter, letterHtml, letterText } from './letter';
import { stopToken } from './stop-token.server';

export interface Sender {
  /** "Upcurve <upcurve@example.org>" */
  from: string;
  /** https://upcurve.example.org */
  origin: string;
}

export interface Addressed {
  id: string;
  messageId: string;
  to: { name: string; address: string };
  letter: Letter;
  createdAt: string;
}

/** A letter as the bytes of a mail (RFC 5322), with the way to turn such letters off in one click (RFC 8058). */
export async function mimeOf(mail: Addressed, { from, origin }: Sender): Promise<Buffer> {
  const stop = `${origin}${paths.stopMail(stopToken(mail.id))}`;
  const places = { origin, stop, choices: `${origin}${paths.mailChoices()}` };
  const composed = new MailComposer({
    from,
    to: mail.to,
    subject: mail.letter.subject,
    text: letterText(mail.letter, places),
    html: letterHtml(mail.letter, places),
    messageId: mail.messageId,
    date: new Date(mail.createdAt),
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  }).compile();
  return composed.build();
}
