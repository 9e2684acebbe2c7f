import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // `npm run test:live` asks a running Mautic
    exclude: ['test/live/**'],
    // A slow machine is no fault: timings belong in the benchmark.
    testTimeout: 120_000,
  },
});
