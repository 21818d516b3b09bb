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

  it('keeps the young garbage of a filter small, and the whole heap of cost', () => {
    expect(v8FlagsFor('20.19.0', ['enrich-pricing', '--stdin'])).toContain('--max-semi-space-size=2');
    expect(v8FlagsFor('20.19.0', ['enrich-pricing', '--stdin'])).not.toContain('--optimize-for-size');
    expect(v8FlagsFor('20.19.0', ['cost', '--stdin'])).toContain('--optimize-for-size');
    expect(v8FlagsFor('20.19.0', ['cost', 'openai/gpt-4o'])).toEqual(['--interrupt-budget=600000']);
  });

  it('says nothing that the V8 of this Node does not know', () => {
    const flags = ['enrich-pricing', 'cost'].flatMap((name) => v8FlagsFor(process.versions.node, [name, '--stdin']));
    const script = `for (const flag of ${JSON.stringify(flags)}) require('node:v8').setFlagsFromString(flag);`;
    expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
});
