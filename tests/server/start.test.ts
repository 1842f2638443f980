import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listen } from '~/server/listen';

test('a bad HOST or PORT is not named', async () => {
  const server = createServer();
  await listen(server, { HOST: '127.0.0.1', PORT: 0 });
  const PORT = (server.address() as AddressInfo).port;
  const at = (HOST: string, port = 0) => listen(createServer(), { HOST, PORT: port });
  await expect(at('nohost.invalid')).rejects.toThrow(/^HOST nohost\.invalid is no address of this machine/);
  await expect(at('192.0.2.1')).rejects.toThrow(/^HOST 192\.0\.2\.1 is no address of this machine/);
  await expect(at('127.0.0.1', PORT)).rejects.toThrow(`PORT ${PORT} is already in use.`);
  server.close();
});

test('something is written before the settings are found bad, and the setting is not named', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'upcurve-start-'));
  writeFileSync(
    path.join(cwd, 'no-database'),
    'These are words, and more of them than a header holds.'.repeat(20),
  );
  const root = process.cwd();
  const start = (environment: Record<string, string>) =>
    spawnSync(
      process.execPath,
      [
        path.join(root, 'node_modules/tsx/dist/cli.mjs'),
        '--tsconfig',
        path.join(root, 'tsconfig.json'),
        path.join(root, 'app/server/main.ts'),
      ],
      { cwd, encoding: 'utf8', env: { ...process.env, PORT: '4597', LOG_LEVEL: 'silent', ...environment } },
    ).stderr;
  expect(start({ DATABASE_URL: 'file:' })).toMatch(/^Upcurve could not start. DATABASE_URL must name a file/);
  expect(start({ HOST: 'nohost.invalid' })).toMatch(/^Upcurve could not start. HOST nohost\.invalid/);
  expect(start({ DATABASE_URL: 'file:no-database' })).toMatch(
    /^Upcurve could not start. DATABASE_URL names no-database, which cannot be used/,
  );
  expect(readdirSync(cwd)).toEqual(['no-database']);
  rmSync(cwd, { recursive: true });
}, 180_000);
