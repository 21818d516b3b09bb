import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';
import { commandLine, linesOf, manifestIn } from '../ratecard.js';

describe('run', { timeout: 60_000 }, () => {
  it('uses a match at the least confidence that is asked for, and names one below it', async () => {
    const priced = async (least: string) => {
      const args = ['--offline', '--provider', 'openai', '--stdout', '--min-confidence', least];
      const { code, stdout } = await commandLine([...args, '--out', await temporaryFolder()]);
      expect(code).toBe(0);
      return linesOf(stdout).find(({ id }) => id === 'gpt-5.1-codex');
    };
    expect(await priced('0.996')).toMatchObject({
      cost: { input: 0.00125, output: 0.01 },
      pricing: { status: 'priced', source: 'helicone', match: { strategy: 'exact', confidence: 0.996 }, issues: [] },
    });
    expect(await priced('0.9961')).toMatchObject({
      cost: { input: null, output: null },
      pricing: {
        ...{ status: 'unknown', source: null, match: null },
        issues: [
          { code: 'not-priced' },
          { code: 'low-confidence', detail: 'OPENAI gpt-5.1-codex (exact): 0.996 is below 0.9961' },
        ],
      },
    });
  });

  it('goes by the list that --prices names, and says so in the manifest', async () => {
    const out = await temporaryFolder();
    const prices = join(out, 'mine.json');
    const row = {
      provider: 'GROQ',
      model: 'allam-2-7b',
      operator: 'equals',
      input_cost_per_1m: 1,
      output_cost_per_1m: 2,
    };
    await writeFile(prices, JSON.stringify({ data: [row, { ...row, operator: 'like' }] }));
    const args = ['--offline', '--provider', 'groq', '--prices', prices, '--quiet'];
    expect(await commandLine([...args, '--out', out])).toMatchObject({ code: 0, stderr: '' });
    const manifest = await manifestIn(out);
    expect(manifest.prices['helicone']).toMatchObject({
      ...{ endpoint: 'given', via: 'file', url: prices, rows: 2, prices: 1, rejected: 1 },
    });
    expect(manifest.matches).toEqual({ exact: 1 });
    expect(manifest.files).toHaveProperty('prices/helicone.json');
  });
});
