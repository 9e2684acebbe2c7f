import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A slow machine is no fault: timings belong in the benchmark.
    testTimeout: 120_000,
  },
});
