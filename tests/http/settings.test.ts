import { expect, test } from 'vitest';
import { readSettings } from '~/http/settings.server';

test('without any setting there is a database file, a port and an address on this machine alone', () => {
  expect(readSettings({})).toMatchObject({
    DATABASE_URL: 'data/upcurve.sqlite',
    PORT: 3000,
    HOST: '127.0.0.1',
  });
});

test('an empty setting counts as none', () => {
  expect(readSettings({ PORT: '', PUBLIC_URL: '' }).PORT).toBe(3000);
});

test.each([
  [{ PORT: 'http' }, 'PORT must be a whole number from 1 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535.'],
  [
    { PUBLIC_URL: 'upcurve.example.org' },
    'PUBLIC_URL must be a whole address, such as https://upcurve.example.org.',
  ],
  [{ PUBLIC_URL: 'ftp://x' }, 'PUBLIC_URL must be a whole address, such as https://upcurve.example.org.'],
  [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET must have at least 32 characters.'],
  [{ DATABASE_URL: 'file:' }, 'DATABASE_URL must name a file, such as file:data/upcurve.sqlite.'],
  [{ DATABASE_URL: 'file:/tmp' }, 'DATABASE_URL names a folder.'],
  [{ DATABASE_URL: 'file:new/' }, 'DATABASE_URL names a folder.'],
  [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL must be a SQLite file'],
  [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL must be a mail server'],
  [{ SMTP_URL: 'http://mail.example.org', MAIL_FROM: 'a@b.org' }, 'SMTP_URL must be a mail server'],
  [{ SMTP_URL: 'smtp://mail.example.org' }, 'MAIL_FROM must be set where SMTP_URL is'],
  [
    { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'a@b.org' },
    'PUBLIC_URL must be set where SMTP_URL is, such as https://upcurve.example.org: the links in e-mails lead there.',
  ],
  [{ SMTP_URL: 'smtp://up:50%off@mail.example.org' }, 'SMTP_URL has a % that is not the start of a code'],
  [{ MAIL_FROM: 'Upcurve' }, 'MAIL_FROM must be an address'],
  [{ MAIL_FROM: 'Upcurve <up@example.org>\r\nBcc: all@example.org' }, 'MAIL_FROM must be an address'],
])('%j is refused with a sentence that names it', (environment, sentence) => {
  expect(() => readSettings(environment)).toThrow(sentence);
});

test('a mail server is taken with the address of the app, and with a % in its password written as a code', () => {
  const SMTP_URL = 'smtp://up:50%25off@mail.example.org';
  const given = { SMTP_URL, MAIL_FROM: 'a@b.org', PUBLIC_URL: 'https://upcurve.example.org' };
  expect(readSettings(given)).toMatchObject(given);
});

test('the address people use is kept without its path', () => {
  expect(readSettings({ PUBLIC_URL: 'https://upcurve.example.org/x' }).PUBLIC_URL).toBe(
    'https://upcurve.example.org',
  );
});
