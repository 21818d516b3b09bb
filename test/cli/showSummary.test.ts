import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { showSummary } from '../../src/cli/showSummary.js';
import type { Run } from '../../src/model/run.js';
import { day1 } from '../builders.js';

const aRun = (more: Partial<Run> = {}): Run => ({
  ...{ schemaVersion: 1, version: '1.2.3', startedAt: day1, ms: 5, options: {}, providers: {} },
  prices: {
    ...{ source: 'helicone', status: 'fresh', url: 'https://helicone.example', fetchedAt: day1 },
    ...{ rows: 9, rejected: 0, bytes: 100, error: null, retryAt: null },
  },
  ...{ outcomes: {}, matches: {}, quarantined: [], files: {} },
  totals: { providers: {}, models: 0, rejected: 0, skipped: 0, prices: {}, sources: {} },
  ...more,
});

async function shown(run: Run): Promise<string> {
  const stderr = new PassThrough();
  showSummary(run, {}, { stderr });
  return text(stderr.end());
}

it('says how many matches gave only an output, so that the rest is the number of models', async () => {
  const totals = { ...aRun().totals, sources: { provider: 5, helicone: 3 } };
  expect(await shown(aRun({ totals, matches: { exact: 3, contains: 2 } }))).toContain(
    '│ helicone               │ exact 3, contains 2 (2 gave only the output) │      3 │',
  );
  expect(await shown(aRun({ totals, matches: { exact: 2, contains: 1 } }))).toContain('│ exact 2, contains 1 │');
});
