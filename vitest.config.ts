import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/cli/build.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    isolate: false,
    // The default leaves a core for a watcher.
    maxWorkers: '100%',
  },
});
