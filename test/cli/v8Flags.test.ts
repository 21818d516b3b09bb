import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { v8FlagsFor } from '../../src/cli/v8Flags.js';

describe('v8FlagsFor', () => {
  it.each([
    ['20.19.0', '--interrupt-budget=600000'],
    ['21.7.3', '--invocation-count-for-turbofan=30000'],
    ['22.23.3', '--invocation-count-for-turbofan=30000'],
    ['26.12.1', '--invocation-count-for-turbofan=30000'],
  ])('has a run on Node %s optimized late: %s', (node, flag) =>
    expect(v8FlagsFor(node, ['run', '--offline'])).toEqual([flag]),
  );

  it.each(['18.20.0', '27.0.0', '200.1.0', ''])('asks nothing of a version that nobody looked at: "%s"', (node) =>
    expect(v8FlagsFor(node, ['enrich-pricing', '--stdin'])).toEqual([]),
  );

  it.each([
    ['20.19.0', 'enrich-pricing', ['--heap-growing-percent=20']],
    ['22.23.3', 'enrich-pricing', ['--heap-growing-percent=20']],
    ['24.21.0', 'enrich-pricing', []],
    ['24.21.0', 'cost', ['--heap-growing-percent=20']],
  ])('keeps the heap of a filter small on Node %s: %s', (node, command, steps) => {
    const [, ...heap] = v8FlagsFor(node, [command, '--stdin']);
    expect(heap).toEqual(expect.arrayContaining(['--max-semi-space-size=2', ...steps]));
    expect(heap.filter((flag) => flag.startsWith('--heap-growing'))).toEqual(steps);
    expect(v8FlagsFor(node, [command])).toHaveLength(1);
  });

  it('says nothing that the V8 of this Node does not know', () => {
    const flags = v8FlagsFor(process.versions.node, ['enrich-pricing', '--stdin']);
    const script = `for (const flag of ${JSON.stringify(flags)}) require('node:v8').setFlagsFromString(flag);`;
    expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
});
