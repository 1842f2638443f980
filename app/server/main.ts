import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { type Database, openDatabase, setDatabase } from '#db/client.server';
import { demoAccounts, demoPublicPage, seedDemo } from '#db/seed';
import { startBeside } from '~/http/beside';
import { setLogger } from '~/http/log';
import { readSettings, type Settings } from '~/http/settings.server';
import { createApp } from './app';
import { listen } from './listen';
import { logger } from './logger';
import { stopServer } from './stop';

const wantsDemo = process.argv.includes('--demo');

// What the program writes is for the account it runs under alone.
process.umask(0o077);

try {
  await start(readSettings());
} catch (error) {
  // A setting, the database or the port cannot be used: one sentence, no stack.
  console.error(`Upcurve could not start. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

async function start(settings: Settings) {
  // Before anything is written: can it be reached where the settings say?
  const probe = createServer();
  await listen(probe, settings);
  await new Promise((resolve) => probe.close(resolve));

  setLogger(logger);
  const folder = settings.DATABASE_URL === ':memory:' ? 'data' : path.dirname(settings.DATABASE_URL);
  const database = await open(settings, folder);
  process.env.SESSION_SECRET = settings.SESSION_SECRET ?? keptSecret(folder);
  process.env.LIMITS_FILE ??= path.join(folder, 'limits.sqlite');

  setDatabase(database);
  const isSeeded = wantsDemo ? await seedDemo(new Date()) : false;

  const server = createServer({ maxHeaderSize: 16_384 }, await createApp(settings));
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  await listen(server, settings);
  announce(settings, isSeeded);
  let stopBeside = async () => {};
  startBeside((work) => {
    stopBeside = work({
      origin: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
      smtpUrl: settings.SMTP_URL,
      from: settings.MAIL_FROM,
    });
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'stopping');
      void stopServer(server, stopBeside).finally(() => {
        database.close();
        process.exit(0);
      });
    });
  }
}

/** Opens the database, in a folder made for it. A file that cannot be one is the setting's fault, and named. */
async function open({ DATABASE_URL }: Settings, folder: string): Promise<Database> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return await openDatabase(DATABASE_URL, { backupFolder: path.join(folder, 'backups') });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!/^(SQLITE_(CANTOPEN|NOTADB|READONLY|PERM)|E[A-Z]+$)/.test(code ?? '')) throw error;
    throw new Error(`DATABASE_URL names ${DATABASE_URL}, which cannot be used: ${message}.`);
  }
}

/** The secret that signs cookies, made once and kept beside the database. */
function keptSecret(folder: string): string {
  const file = path.join(folder, 'session-secret');
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

function announce(settings: Settings, isSeeded: boolean) {
  const address = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
  logger.info({ port: settings.PORT, host: settings.HOST }, 'listening');
  console.log(`\nUpcurve is at ${address}`);
  if (!wantsDemo) return;
  if (isSeeded) console.log('The demo community was made.');
  console.log('Demo accounts:');
  for (const account of demoAccounts)
    console.log(`  ${account.email.padEnd(34)} ${account.password}   ${account.what}`);
  console.log(`Its public page, for everybody: ${address}${demoPublicPage}`);
}
