import type { MailKind, MailState } from '#db/vocabulary';

export const mailKindWords: Record<MailKind, string> = { digest: 'Weekly digest', reminder: 'Reminders' };

export const mailStateWords: Record<MailState, string> = {
  waiting: 'Waits to be sent',
  sending: 'Is being sent',
  sent: 'Sent',
  kept: 'Kept here: no mail server is set',
  failed: 'Could not be sent',
  unsure: 'We do not know whether it arrived',
  dropped: 'Not sent: the person does not want these e-mails any more, or what it told was taken back',
};

/** What a person may still do about one that did not go out. */
export const maySendAgain = (state: MailState) => state === 'failed' || state === 'unsure';
