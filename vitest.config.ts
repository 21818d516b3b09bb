import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest first, or the last one would keep one worker busy while the others are done. */
class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = ['/test/chaos/chaos', '/test/chaos/pages', '/test/chaos/', '/test/cli/', '/test/contract/'];
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = order.findIndex((part) => moduleId.includes(part));
      return found < 0 ? order.length : found;
    };
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1)));
  }
}

const optimizeLate = process.version.startsWith('v20.')
  ? '--interrupt-budget=1500000'
  : '--invocation-count-for-turbofan=60000';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/cli/build.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // The default leaves a core for a watcher; and many tests wait for a server or for the program.
    maxWorkers: '200%',
    // Most code runs a few times: to optimize it late, and to collect young garbage seldom, takes a quarter less CPU.
    execArgv: [optimizeLate, '--min-semi-space-size=64', '--max-semi-space-size=128'],
  },
});
