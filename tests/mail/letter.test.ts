import { expect, test } from 'vitest';
import { type Letter, letterHtml, letterText, withoutTakenBack } from '~/mail/letter';
import { digestWeek, hourIn, mondayOf, reminderDay, waitAfter } from '~/mail/periods';
import { mailOfToken, stopToken } from '~/mail/stop-token.server';

const letter: Letter = {
  subject: 'Your week',
  hello: 'Hello, Dana.',
  sections: [
    {
      title: 'In your inbox',
      lines: [{ text: 'Cycle 5: <b>Text</b> & call.', href: '/inbox', more: 'Renee: “Who\nwrites it?”' }],
    },
  ],
  why: 'You asked for it.',
};
const places = {
  origin: 'https://up.example',
  stop: 'https://up.example/mail/stop/x',
  choices: 'https://up.example/account/mail',
};

test('a letter as plain text has a line for each thing, its address, and the way to stop', () => {
  expect(letterText(letter, places)).toBe(`Hello, Dana.

In your inbox:
- Cycle 5: <b>Text</b> & call.
  Renee: “Who writes it?”
  https://up.example/inbox

--

You asked for it.
Stop these e-mails: https://up.example/mail/stop/x
Choose which you get: https://up.example/account/mail
`);
});

test('what was taken back since a letter was written is not in it, and a letter of nothing else is none', () => {
  const [first] = letter.sections;
  const told = (comments: string[]): Letter => ({
    ...letter,
    sections: [{ title: 'In your inbox', lines: first?.lines.map((line) => ({ ...line, comments })) ?? [] }],
  });
  const more = (some: Letter | null) => some?.sections[0]?.lines.map((line) => line.more);
  expect(withoutTakenBack(told(['a', 'b']), new Set(['x']))).toEqual(told(['a', 'b']));
  expect(more(withoutTakenBack(told(['a', 'b']), new Set(['a'])))).toEqual(['Renee: “Who\nwrites it?”']);
  expect(more(withoutTakenBack(told(['a', 'b']), new Set(['b'])))).toEqual([undefined]);
  expect(withoutTakenBack(told(['a', 'b']), new Set(['a', 'b']))).toBeNull();
  expect(withoutTakenBack(letter, new Set(['a']))).toEqual(letter);
});

test('as a page, what people wrote is words and never markup', () => {
  const html = letterHtml(letter, places);
  expect(html).toContain('Cycle 5: &lt;b&gt;Text&lt;/b&gt; &amp; call.');
  expect(html).not.toContain('<b>Text');
  expect(html).toContain('href="https://up.example/mail/stop/x"');
});

test('a week’s digest is due from Monday, seven in the morning of the community, and each later day of that week', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(digestWeek('2026-11-23', 6)).toBeNull();
  expect(digestWeek('2026-11-23', 7)).toBe('2026-11-23');
  expect(digestWeek('2026-11-26', 0)).toBe('2026-11-23');
  const instant = new Date('2026-11-23T12:30:00.000Z');
  expect(hourIn('America/New_York', instant)).toBe(7);
  expect(hourIn('America/Los_Angeles', instant)).toBe(4);
  expect(hourIn('America/New_York', new Date('2026-11-23T05:10:00.000Z'))).toBe(0);
  // The night in which the clocks change has its hour twice: the morning comes once.
  expect(hourIn('America/New_York', new Date('2026-11-01T05:30:00.000Z'))).toBe(1);
  expect(hourIn('America/New_York', new Date('2026-11-01T06:30:00.000Z'))).toBe(1);
});

test('reminders come on the mornings of working days', () => {
  expect(reminderDay('2026-11-26', 8, true)).toBeNull();
  expect(reminderDay('2026-11-25', 6, false)).toBeNull();
  expect(reminderDay('2026-11-25', 7, false)).toBe('2026-11-25');
});

test('a mail server that is down is asked again after 1, 2, 4 minutes, and at least every six hours', () => {
  expect([1, 2, 3, 9, 20].map(waitAfter)).toEqual([1, 2, 4, 256, 360]);
});

test('a link to stop letters is the mail’s, and none can be made up', () => {
  const token = stopToken('Zr8mail_id-16chr');
  expect(mailOfToken(token)).toBe('Zr8mail_id-16chr');
  expect(mailOfToken(`a${token.slice(1)}`)).toBeNull();
  expect(mailOfToken(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
  for (const nonsense of ['', 'x', 'x'.repeat(43), 'x'.repeat(59), undefined])
    expect(mailOfToken(nonsense)).toBeNull();
});
