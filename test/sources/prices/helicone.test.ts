import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/model/page.js';
import { type PriceRow, priceRow } from '../../../src/model/price.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import type { Fetch } from '../../../src/read/fetchPages.js';
import { ShapeError } from '../../../src/sources/parse/shapeError.js';
import { helicone } from '../../../src/sources/prices/helicone.js';
import { aList, aPage } from '../../builders.js';
import { fromRecordings, recordingsDir, readEndpoint } from '../harness.js';

const [api] = helicone.endpoints;
const readFrom = (fetch: Fetch): Promise<Snapshot<PriceRow>> => lastValueFrom(readEndpoint(helicone, api!, fetch));
/** Their places aside. */
const said = (rows: readonly PriceRow[]) => rows.map((price) => ({ ...price, evidence: undefined }));
const readPage = (page: Page) => readFrom(() => of(page));

const recorded = readFrom(fromRecordings('helicone'));
const priceOf = async (provider: string, model: string): Promise<PriceRow[]> =>
  (await recorded).items.filter((row) => row.provider === provider && row.model === model);

const good = { provider: 'ACME', model: 'm', operator: 'equals', input_cost_per_1m: 1, output_cost_per_1m: 2 };
const readRows = (...rows: unknown[]) => readPage(aList(rows));

describe('helicone', () => {
  it('reads every row of the recorded list', async () => {
    const { items, letters, skipped, rows } = await recorded;
    expect(items).toHaveLength(1_129);
    expect([rows, letters, skipped]).toEqual([1_129, [], 0]);
    for (const row of items) expect(() => priceRow.parse(row)).not.toThrow();
  });

  it('finds as many rows of each operator as the list has', async () => {
    const { items } = await recorded;
    const count = (operator: string) => items.filter((row) => row.operator === operator).length;
    expect([count('equals'), count('includes'), count('startsWith')]).toEqual([1_063, 62, 4]);
  });

  it('turns USD per 1M tokens into USD per 1,000, to the last digit', async () => {
    expect(said(await priceOf('ANTHROPIC', 'claude-2.0'))).toEqual([
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
    for (const [i, { cost }] of (await recorded).items.entries()) {
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
    const { items } = await readRows({ ...good, input_cost_per_1m: 9e9, output_cost_per_1m: 0 });
    expect(items[0]!.cost).toEqual({ input: 9e6, output: 0 });
  });

  it('keeps a row that stands there twice, for the join to see', async () => {
    const { items, skipped } = await readRows(good, good, { ...good, input_cost_per_1m: 3 });
    expect([items.map(({ cost }) => cost.input), skipped]).toEqual([[0.001, 0.001, 0.003], 0]);
  });

  it('asks for one page, and trims names', async () => {
    const asked: string[] = [];
    const { items } = await readFrom(({ url }) => {
      asked.push(url);
      return of(aList([{ ...good, provider: ' ACME', model: ' m ' }]));
    });
    expect(asked).toEqual(['https://helicone.ai/api/llm-costs']);
    expect(said(items)).toEqual([
      { provider: 'ACME', model: 'm', operator: 'equals', cost: { input: 0.001, output: 0.002 } },
    ]);
  });

  it('reads numbers that came as strings and leaves out what is no number', async () => {
    const odd = { input_cost_per_1m: '0.15', output_cost_per_1m: null, per_image: 'varies', per_call: {} };
    const { items } = await readRows({ ...good, ...odd });
    expect(items[0]!.cost).toEqual({ input: 0.00015 });
  });

  it.each([
    ['without a model', { ...good, model: ' ' }, 'model'],
    ['without a provider', { ...good, provider: undefined }, 'provider'],
    ['with an operator it does not know', { ...good, operator: 'matches' }, 'operator'],
    ['that is none', null, ''],
  ])('rejects a row %s alone', async (_, row, path) => {
    const { items, letters } = await readRows(good, row, { ...good, model: 'n' });
    expect(items.map(({ model }) => model)).toEqual(['m', 'n']);
    const reason = expect.any(String) as string;
    expect(letters).toEqual([{ source: 'helicone', kind: 'prices', stage: 'validate', reason, path, row }]);
  });

  it.each([
    ['an HTML page', aPage('<html>'), /^the answer is an HTML page, not JSON$/],
    ['an empty list', aList([]), /^the list is empty$/],
    ['a list of which no row can be read', aList([{ ...good, operator: 'resembles' }]), /\(the first one: operator: /],
  ])('says what is wrong with %s', (_, page, message) => expect(readPage(page)).rejects.toThrow(message));

  it.each(['<html>', '{}', '{"data": []}', '{"error": "down"}', ''])('takes %j for a fault, not for a list', (body) =>
    expect(readPage(aPage(body))).rejects.toBeInstanceOf(ShapeError),
  );
});
