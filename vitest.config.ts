import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { v8FlagsFor } from './src/cli/v8Flags.js';

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

/** As the program has it, and later: most code of a test runs a few times. */
const optimizeLater = v8FlagsFor(process.versions.node, []).map((flag) =>
  flag.replace(/\d+$/, (much) => String(2.5 * Number(much))),
);

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
    // To optimize late and to collect young garbage seldom takes a quarter less CPU.
    execArgv: [...optimizeLater, '--min-semi-space-size=64', '--max-semi-space-size=128'],
  },
});
