import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallCost } from '../../../src/cost/callCost.js';
import { commandLine, type Ended } from '../ratecard.js';

const cost = (...args: string[]): Promise<Ended> => commandLine(['cost', ...args, '--offline']);

interface Told {
  readonly provider: string;
  readonly id: string;
  readonly cost: CallCost;
  readonly pricing: { readonly source: string };
}

describe('cost', { timeout: 60_000 }, () => {
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'ratecard-'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  const usage = async (value: unknown): Promise<string> => {
    const path = join(dir, `${Math.random()}.json`);
    await writeFile(path, JSON.stringify(value));
    return path;
  };

  it('multiplies what was used by the price that explain tells, each part by itself', async () => {
    const counts = ['--input', '1000', '--output', '200', '--cache-read', '3000'];
    const { code, stdout } = await cost('openai/gpt-4o', ...counts);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe('openai/gpt-4o: 0.00825 USD');
    expect(stdout).toMatch(/cacheRead +│ +3000 │ 0.00125 USD per 1K │ always │ 0.00375/);
    expect(stdout).toMatch(
      /prices stated by provider, right with a chance of 0\.\d+, https:\/\/\S*openai\.com\S* of \d{4}-\d\d-\d\d/,
    );
    const told = JSON.parse((await cost('openai/gpt-4o', ...counts, '--json')).stdout) as Told;
    expect(told).toMatchObject({ provider: 'openai', id: 'gpt-4o', pricing: { source: 'provider' } });
    expect(told.cost).toMatchObject({
      ...{ total: '0.00825', currency: 'USD', basis: 'prices', unpriced: [] },
      parts: { cacheRead: { units: 3000, usd: '0.00375', factors: [{ units: 3000, price: '0.00125', per: 1000 }] } },
    });
  });

  it('reads a usage object of a file, a whole answer or a stream, and moves a long prompt to its tier', async () => {
    const answer = { modelVersion: 'x', usageMetadata: { promptTokenCount: 250_000, candidatesTokenCount: 10 } };
    for (const value of [answer, answer.usageMetadata, [{ promptTokenCount: 1 }, answer.usageMetadata]]) {
      const { stdout } = await cost('google/gemini-2.5-pro', '--usage', await usage(value), '--json');
      expect((JSON.parse(stdout) as Told).cost).toMatchObject({
        total: '0.62515',
        parts: { input: { factors: [{ when: { contextAbove: 200_000 } }] } },
      });
    }
  });

  it('reads a usage object of stdin, with the API that it came from', async () => {
    const input = JSON.stringify({ input_tokens: 10, output_tokens: 5, cache_read_input_tokens: 1000 });
    const args = ['anthropic/claude-sonnet-4-5', '--usage', '-', '--api', 'messages', '--offline', '--json'];
    const { stdout } = await commandLine(['cost', ...args], { input });
    expect((JSON.parse(stdout) as Told).cost).toMatchObject({
      parts: { input: { units: 10 }, cacheRead: { units: 1000 }, output: { units: 5 } },
    });
  });

  it('bills the level of service, and the hour', async () => {
    const total = async (...args: string[]) => (JSON.parse((await cost(...args, '--json')).stdout) as Told).cost.total;
    const [plain, batch] = [
      await total('google/gemini-2.5-pro', '--input', '1000'),
      await total('google/gemini-2.5-pro', '--input', '1000', '--service-tier', 'batch'),
    ];
    expect([plain, batch]).toEqual(['0.00125', '0.000625']);
    const calm = await total('deepseek/deepseek-v4-flash', '--input', '1000', '--at', '2026-10-27T00:59:59Z');
    const busy = await total('deepseek/deepseek-v4-flash', '--input', '1000', '--at', '2026-10-27T01:00');
    expect(Number(busy)).toBe(2 * Number(calm));
  });

  it('names a part without a price and gives no total', async () => {
    const { code, stdout } = await cost('openai/gpt-4o', '--input', '10', '--input-audio', '5');
    expect([code, stdout.split('\n').slice(0, 2)]).toEqual([
      0,
      ['openai/gpt-4o: the cost is not known', 'no price of inputAudio: no price is known'],
    ]);
  });

  it('says of a name that the table does not have which one may have been meant, and which count can not be read', async () => {
    const { code, stdout } = await cost('openai/gpt-4p', '--usage', await usage({ prompt_tokens: -5 }));
    expect([code, stdout.split('\n').slice(0, 3)]).toEqual([
      0,
      [
        'openai/gpt-4p (not in the table: the price lists alone are asked): the cost is not known',
        expect.stringMatching(/^did you mean openai\/gpt-4\S*, .*\?$/) as string,
        'the usage is not known: prompt_tokens is -5, which is no count',
      ],
    ]);
  });

  it('says in a line what is wrong with what it was given', async () => {
    const odd = join(dir, 'odd.json');
    const text = join(dir, 'text.json');
    await writeFile(odd, 'no');
    await writeFile(text, '"no"');
    const said = async (...args: string[]) => (await cost(...args)).stderr.trim();
    expect(await said('openai/gpt-4o')).toMatch(
      /^error: cost needs what was used: --input 1000 --output 200, or --usage/,
    );
    expect(await said('gpt-4o', '--input', '1')).toMatch(
      /^error: cost needs a provider and a model.* `ratecard offers /,
    );
    expect(await said('openai/', '--input', '1')).toMatch(/^error: cost needs a provider and a model/);
    expect(await said('opnai/gpt-4o', '--input', '1')).toMatch(/^error: no provider "opnai"; did you mean "openai"\?/);
    expect(await said('openai/gpt-4o', '--usage', text)).toMatch(/text\.json holds no object: it takes the provider's/);
    expect(await said('openai/gpt-4o', '--usage', odd)).toMatch(/odd\.json is no JSON/);
    expect(await said('openai/gpt-4o', '--usage', join(dir, 'none'))).toMatch(/can't be read \(ENOENT\)/);
    expect(await said('openai/gpt-4o', '--usage', odd, '--input', '1')).toMatch(/leave out those of the command line/);
    for (const odd of ['ten', '-5', '1.5', 'NaN', '1e9', '99999999999999999999'])
      expect(await said('openai/gpt-4o', `--input=${odd}`)).toMatch(/It takes a whole number from 0/);
    expect(await said('openai/gpt-4o', '--seconds=1e9')).toMatch(/It takes a number from 0/);
    expect(await said('openai/gpt-4o', '--input', '1', '--at', 'noon')).toMatch(/It takes a time such as/);
    expect(await said('openai/gpt-4o', '--input', '1', '--brief')).toMatch(/add --stdin/);
    expect(await said('openai/gpt-4o', '--stdin')).toMatch(/leave out the model/);
    expect(await said('--stdin', '--input', '1')).toMatch(/leave out the counts/);
  });
});
