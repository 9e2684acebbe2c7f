import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // `npm run test:live` asks a running Mautic
    exclude: ['test/live/**'],
    // A slow machine is no fault: timings belong in the benchmark.
    testTimeout: 120_000,
    // What the program keeps between runs is not to lie among that of whoever tests it.
    env: { XDG_CACHE_HOME: join(import.meta.dirname, 'node_modules/.cache/purposelint-tests') },
  },
});
