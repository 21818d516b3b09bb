import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';
import { commandLine, linesOf, manifestIn } from '../ratecard.js';

describe('run', { timeout: 60_000 }, () => {
  it('takes a price at the least confidence that is asked for, and names one below it', async () => {
    const priced = async (least: number) => {
      const args = ['--offline', '--provider', 'openai', '--stdout', '--prices', 'helicone', '--min-confidence'];
      const { code, stdout } = await commandLine([...args, String(least), '--out', await temporaryFolder()]);
      expect(code).toBe(0);
      return linesOf(stdout).find(({ id }) => id === 'gpt-5.1-codex');
    };
    const confidence = (await priced(0))?.pricing.confidence ?? 0;
    expect(confidence).toBeGreaterThan(0);
    expect(await priced(confidence)).toMatchObject({
      cost: { input: 0.00125, output: 0.01 },
      pricing: {
        ...{ status: 'priced', source: 'helicone', confidence },
        match: { strategy: 'exact', confidence: 0.996 },
      },
    });
    const least = confidence + 0.0001;
    const detail = expect.stringMatching(`the chance that it is right, ${confidence}, is below ${least}$`) as string;
    expect(await priced(least)).toMatchObject({
      cost: { input: null, output: null },
      pricing: {
        ...{ status: 'unknown', source: null, confidence: null },
        issues: [{ code: 'not-priced' }, { code: 'low-confidence', detail }],
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
    const args = ['--offline', '--provider', 'groq', '--prices', prices, '--quiet', '--min-confidence', '0'];
    expect(await commandLine([...args, '--out', out])).toMatchObject({ code: 0, stderr: '' });
    const manifest = await manifestIn(out);
    expect(manifest.prices['helicone']).toMatchObject({
      ...{ endpoint: 'given', via: 'file', url: prices, rows: 2, prices: 1, rejected: 1 },
    });
    expect(manifest.matches).toEqual({ exact: 1 });
    expect(manifest.files).toHaveProperty('prices/helicone.json');
  });
});
