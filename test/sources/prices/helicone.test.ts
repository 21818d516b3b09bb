import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { type PriceRow, priceRow } from '../../../src/model/price.js';
import { readPage, readPrices } from '../../../src/operators/readPrices.js';
import { helicone } from '../../../src/sources/prices/helicone.js';
import { aList, aPage } from '../../builders.js';
import { fromRecordings, recordingsDir } from '../harness.js';

const recorded = lastValueFrom(readPrices(helicone, fromRecordings));
const priceOf = async (provider: string, model: string): Promise<PriceRow[]> =>
  (await recorded).rows.filter((row) => row.provider === provider && row.model === model);

const good = { provider: 'ACME', model: 'm', operator: 'equals', input_cost_per_1m: 1, output_cost_per_1m: 2 };
const readRows = (...rows: unknown[]) => lastValueFrom(readPage(helicone, aList(rows)));

describe('helicone', () => {
  it('reads every row of the recorded list', async () => {
    const { rows, rejected } = await recorded;
    expect(rows).toHaveLength(1_129);
    expect(rejected).toEqual([]);
    for (const row of rows) expect(() => priceRow.parse(row)).not.toThrow();
  });

  it('finds as many rows of each operator as the list has', async () => {
    const { rows } = await recorded;
    const count = (operator: string) => rows.filter((row) => row.operator === operator).length;
    expect([count('equals'), count('includes'), count('startsWith')]).toEqual([1_063, 62, 4]);
  });

  it('turns USD per 1M tokens into USD per 1,000, to the last digit', async () => {
    expect(await priceOf('ANTHROPIC', 'claude-2.0')).toEqual([
      { provider: 'ANTHROPIC', model: 'claude-2.0', operator: 'equals', cost: { input: 0.01102, output: 0.03268 } },
    ]);
    expect(await priceOf('ANTHROPIC', 'claude-3-5-haiku-20241022')).toMatchObject([
      { cost: { input: 0.0008, output: 0.004, cacheRead: 0.00008, cacheWrite: 0.001 } },
    ]);
    expect((await priceOf('AZURE', 'gpt-4o-mini-realtime')).map(({ cost }) => cost)).toEqual([
      { input: 0.00015, output: 0.0006, inputAudio: 0.01, outputAudio: 0.02 },
      { input: 0.0006, output: 0.0024, cacheRead: 0.0003, inputAudio: 0.01, outputAudio: 0.02 },
    ]);
  });

  it('leaves prices per image and per call as they are', async () => {
    expect((await priceOf('NEBIUS', 'black-forest-labs/flux-dev'))[0]!.cost).toEqual({
      input: 0,
      output: 0,
      perImage: 0.007,
    });
    expect((await priceOf('PERPLEXITY', 'sonar'))[0]!.cost).toEqual({
      input: 0.001,
      output: 0.001,
      perRequest: 0.000005,
    });
  });

  it('has no float noise in any price, and a twin of each that multiplies back', async () => {
    const { data } = JSON.parse(readFileSync(join(recordingsDir, 'helicone/llm-costs.json'), 'utf8')) as {
      data: { input_cost_per_1m: number }[];
    };
    for (const [i, { cost }] of (await recorded).rows.entries()) {
      expect(Number((cost.input! * 1_000).toPrecision(12))).toBe(Number(data[i]!.input_cost_per_1m.toPrecision(12)));
      for (const price of Object.values(cost)) {
        expect(
          String(price)
            .replace(/e.*|\D/g, '')
            .replace(/^0+/, '').length,
        ).toBeLessThanOrEqual(12);
      }
    }
  });

  it('keeps what can not be right for others to judge: negative, absurd and zero', async () => {
    expect((await priceOf('OPENROUTER', 'openrouter/auto'))[0]!.cost).toEqual({ input: -1_000, output: -1_000 });
    const { rows } = await readRows({ ...good, input_cost_per_1m: 9e9, output_cost_per_1m: 0 });
    expect(rows[0]!.cost).toEqual({ input: 9e6, output: 0 });
  });

  it('reads numbers that came as strings and leaves out what is no number', async () => {
    const odd = { input_cost_per_1m: '0.15', output_cost_per_1m: null, per_image: 'varies', per_call: {} };
    const { rows } = await readRows({ ...good, ...odd });
    expect(rows[0]!.cost).toEqual({ input: 0.00015 });
  });

  it.each([
    ['without a model', { ...good, model: ' ' }, 'model'],
    ['without a provider', { ...good, provider: undefined }, 'provider'],
    ['with an operator it does not know', { ...good, operator: 'matches' }, 'operator'],
    ['that is none', null, ''],
  ])('rejects a row %s alone', async (_, row, path) => {
    const { rows, rejected } = await readRows(good, row, { ...good, model: 'n' });
    expect(rows.map(({ model }) => model)).toEqual(['m', 'n']);
    expect(rejected).toEqual([{ path, row, reason: expect.any(String) as string }]);
  });

  it.each(['<html>', '{}', '{"data": []}', '{"error": "down"}', ''])('takes %j for a fault, not for a list', (body) =>
    expect(lastValueFrom(readPrices(helicone, () => of(aPage(body))))).rejects.toMatchObject({ kind: 'shape' }),
  );
});
