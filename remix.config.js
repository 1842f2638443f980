import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

/**
 * The build's one configuration: Remix options, Vite and Vitest.
 * `remix vite:build -c remix.config.js`, `vitest --config remix.config.js` and the development
 * server (app/server/app.ts) all read this file.
 */

/** @type {import('@remix-run/dev').VitePluginConfig} */
export const remixOptions = {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  // Every flag Remix 2.17 knows: the app already behaves as React Router 7 will.
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
    unstable_optimizeDeps: true,
  },
};

/** @param {string} path */
const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => ({
  // Unit tests import routes as plain modules, without the Remix compiler.
  plugins: mode === 'test' ? [] : [remix(remixOptions)],
  resolve: { alias: { '~': at('./app'), '#db': at('./db') } },
  esbuild: { jsx: 'automatic' },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  // A binary of the server's: the browser's bundler has no business with it.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  /** @type {import('vitest/config').ViteUserConfig['test']} */
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Two cores: more workers than that only fight for them.
    maxWorkers: 2,
  },
}));
