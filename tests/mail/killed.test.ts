import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { currentDatabase, db, openDatabase, setDatabase } from '#db/client.server';
import { toldPeople } from '#db/schema/conversations';
import { mails } from '#db/schema/mail';
import { aComment, aCommunity, aCycle, aMember, aTeam, joinTeam } from '../support/factories';
import { aMailbox, headerOf, type Mishap } from './mailbox';

/*
 * A program that is killed (kill -9) while it writes and sends a week's digests, again and again, at the worst places:
 * the mailbox itself kills it, before a mail and between having a mail and saying so.
 */

const root = process.cwd();
const folder = mkdtempSync(path.join(tmpdir(), 'upcurve-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lease = 1_500;
const began = Date.now();
/** Monday, nine in the morning in New York; the clock of every program goes on from there. */
const now = () => new Date(Date.parse('2026-11-23T14:00:00.000Z') + Date.now() - began).toISOString();
const people = 24;

/** A community in which a digest is due to many. */
async function manyReaders(file: string): Promise<string[]> {
  setDatabase(await openDatabase(file));
  const community = await aCommunity();
  const team = await aTeam(community.id);
  const cycle = await aCycle(team);
  const comment = await aComment(team, { thing: 'cycle', thingId: cycle.id });
  const emails: string[] = [];
  for (let count = 0; count < people; count += 1) {
    const { id, email } = await aMember(community.id);
    await joinTeam(team.id, id);
    await db.insert(toldPeople).values({ commentId: comment.id, personId: id, reason: 'mention' });
    emails.push(email);
  }
  currentDatabase().close();
  return emails.sort();
}

function run(file: string, url: string, started: (child: ChildProcess) => void): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        path.join(root, 'node_modules/tsx/dist/cli.mjs'),
        ...['--tsconfig', path.join(root, 'tsconfig.json')],
        path.join(root, 'tests/mail/sending-child.ts'),
        ...[file, url, now(), String(lease)],
      ],
      { cwd: root, env: process.env, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    let said = '';
    child.stderr?.on('data', (words) => {
      said += String(words);
    });
    child.on('exit', (code) => (code ? reject(new Error(said)) : resolve(code)));
    started(child);
  });
}

const killed = (child: ChildProcess | undefined) => {
  // The program and the loader that runs it: a group of its own.
  if (child?.pid && child.exitCode === null && child.signalCode === null) {
    process.kill(-child.pid, 'SIGKILL');
  }
};

test('killed in the middle of sending, a digest of many reaches everybody once', async () => {
  const file = path.join(folder, 'many.sqlite');
  const readers = await manyReaders(file);
  let child: ChildProcess | undefined;
  const mishap: Mishap = {
    onAddress: (count) => {
      if (count === 4 || count === 11) killed(child);
    },
    onWhole: (count) => {
      if (count === 7 || count === 16) killed(child);
    },
  };
  const mailbox = await aMailbox(mishap);
  let runs = 0;
  let isDone = false;
  while (!isDone && runs < 12) {
    runs += 1;
    const code = await run(file, mailbox.url, (begun) => {
      child = begun;
    });
    // What a dead one claimed is free once its lease is over.
    await new Promise((resolve) => setTimeout(resolve, lease + 100));
    isDone = code === 0;
  }
  // One more, after the lease: nothing is left to do.
  await run(file, mailbox.url, () => {});
  await mailbox.close();
  expect(runs).toBeGreaterThanOrEqual(5);
  expect(mailbox.received.map(({ to }) => to).sort()).toEqual(readers);
  expect(new Set(mailbox.received.map((mail) => headerOf(mail, 'Message-ID'))).size).toBe(people);
  setDatabase(await openDatabase(file));
  const states = (await db.select().from(mails)).map(({ state }) => state);
  currentDatabase().close();
  // Twice it died when the mailbox had the mail and had not said so: we do not know, and say so, and do not repeat it.
  expect(states.filter((state) => state === 'unsure')).toHaveLength(2);
  expect(states.filter((state) => state === 'sent')).toHaveLength(people - 2);
}, 180_000);

test('killed while the digests are written, everybody gets theirs once', async () => {
  const file = path.join(folder, 'written.sqlite');
  const readers = await manyReaders(file);
  const mailbox = await aMailbox();
  for (const after of [2_000, 2_600, 3_200, 3_800]) {
    await run(file, mailbox.url, (child) => setTimeout(() => killed(child), after));
    await new Promise((resolve) => setTimeout(resolve, lease));
  }
  await run(file, mailbox.url, () => {});
  await new Promise((resolve) => setTimeout(resolve, lease));
  await run(file, mailbox.url, () => {});
  await mailbox.close();
  setDatabase(await openDatabase(file));
  const rows = await db.select().from(mails);
  currentDatabase().close();
  expect(rows).toHaveLength(people);
  const got = mailbox.received.map((mail) => headerOf(mail, 'Message-ID'));
  expect(new Set(got).size).toBe(got.length);
  expect(mailbox.received.every(({ to }) => readers.includes(to))).toBe(true);
  // Wherever it was killed: what did not arrive is not taken for sent. It is unsure, where an admin sees it.
  const missing = rows.filter(({ messageId }) => !got.includes(messageId));
  expect(missing.filter(({ state }) => state !== 'unsure')).toEqual([]);
  expect(rows.filter(({ state }) => state !== 'unsure' && state !== 'sent')).toEqual([]);
}, 180_000);
