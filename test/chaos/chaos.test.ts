import { expect, it } from 'vitest';
import { chaos } from './chaos.js';

it(
  '30 runs in which pages go wrong lose nothing, change nothing without a word, and end',
  { timeout: 400_000 },
  async () =>
    expect(
      await chaos({ runs: Number(process.env['CHAOS_RUNS'] ?? 30), seed: Number(process.env['CHAOS_SEED'] ?? 1) }),
    ).toEqual([]),
);
