import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.JOURNEY_PORT ?? 4310);
// Workers read this file too: only the first reading makes the folder.
process.env.JOURNEY_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'upcurve-journeys-'));
const folder = process.env.JOURNEY_FOLDER;

const server = (name: string, at: number, words = '') => ({
  command: `node --enable-source-maps build/server/main.js${words}`,
  cwd: '..',
  url: `http://localhost:${at}/up`,
  env: {
    NODE_ENV: 'production',
    PORT: String(at),
    DATABASE_URL: `file:${path.join(folder, name, 'upcurve.sqlite')}`,
    LOG_LEVEL: 'warn',
  },
  reuseExistingServer: false,
  timeout: 120_000,
});

export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results/journeys',
  fullyParallel: false,
  // Two cores. Each worker has a community of its own (support.ts), so that no journey meets another's traces.
  workers: 2,
  timeout: 120_000,
  reporter: [['list'], ['json']],
  use: {
    // A trace takes as much time again as the journey: ask for one with JOURNEY_TRACE=1.
    trace: process.env.JOURNEY_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // Playwright's own browser cannot be downloaded everywhere: use the system's.
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: [
    server('first', port, ' --demo'),
    server('empty', port + 1),
    server('second', port + 2, ' --demo'),
  ],
});
