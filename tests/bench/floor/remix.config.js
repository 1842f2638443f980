import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

// The smallest Remix app there is, with the same flags as ours: the floor that our pages are measured against.
export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  build: { target: 'es2022' },
});
