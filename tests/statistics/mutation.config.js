import { defineConfig } from 'vitest/config';

/**
 * The tests that `npm run mutate` runs against each mutant. They are those of tests/statistics without the long
 * simulations, with fewer rounds of each property and one seed, so that a mutant's fate does not depend on luck;
 * and they share one world, because starting fifteen of them for each of thousands of mutants is most of the time.
 */
export default defineConfig({
  test: {
    include: ['tests/statistics/*.test.ts'],
    exclude: ['tests/statistics/{false-alarms,simulations}.test.ts'],
    setupFiles: ['tests/support/setup.ts', 'tests/statistics/mutation-setup.ts'],
    isolate: false,
    fileParallelism: false,
    testTimeout: 20_000,
  },
});
