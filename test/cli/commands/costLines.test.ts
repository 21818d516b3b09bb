import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { CallCost } from '../../../src/cost/callCost.js';
import { commandLine, type Ended, linesOf, ratecard } from '../ratecard.js';

const filter = (lines: readonly unknown[], ...more: string[]): Promise<Ended> =>
  commandLine(['cost', '--stdin', '--offline', ...more], {
    input: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  });

interface Line {
  readonly id?: number;
  readonly cost: CallCost & { readonly prices: Readonly<Record<string, unknown>> };
}

const units = (model: string, more: object = {}) => ({
  provider: 'openai',
  model,
  units: { input: 1000, output: 100 },
  ...more,
});
const usage = {
  prompt_tokens: 1000,
  completion_tokens: 100,
  total_tokens: 1100,
  prompt_tokens_details: { cached_tokens: 400 },
};

describe('cost --stdin', { timeout: 60_000 }, () => {
  it('adds the cost to each line in any form that is known, all else kept', async () => {
    const lines = [
      units('gpt-4o', { mine: { deep: [1] } }),
      { id: 2, provider: 'openai', model: 'gpt-4o', api: 'chat', usage },
      { id: 3, provider: 'openai', model: 'gpt-4o-2024-08-06', usage: null, response: { usage } },
      {
        id: 4,
        attributes: { 'gen_ai.system': 'openai', 'gen_ai.request.model': 'gpt-4o', 'gen_ai.usage.input_tokens': 1000 },
      },
      { id: 5, call_type: 'acompletion', custom_llm_provider: 'openai', model: 'openai/gpt-4o', spend: 7, ...usage },
      { id: 6, model: 'openai/gpt-4o', usage },
    ];
    const { code, stdout, stderr } = await filter(lines);
    expect([code, stderr]).toEqual([0, '6 lines read: 6 with a cost, 0 passed as they were, 0 dropped.\n']);
    const out = linesOf<Line>(stdout);
    expect(out.map(({ cost }) => cost.total)).toEqual(['0.0035', '0.003', '0.003', '0.0025', '0.0035', '0.003']);
    expect(out[0]).toMatchObject({
      ...lines[0],
      cost: {
        prices: {
          from: 'table',
          model: 'openai/gpt-4o',
          source: 'provider',
          day: expect.stringMatching(/^\d{4}-/) as string,
        },
      },
    });
    expect(out.map(({ id }) => id)).toEqual([undefined, 2, 3, 4, 5, 6]);
  });

  it("gives a span the attributes of the conventions' proposal, and says that they were worked out here", async () => {
    const attributes = {
      'gen_ai.system': 'openai',
      'gen_ai.request.model': 'gpt-4o',
      'gen_ai.usage.input_tokens': 1000,
    };
    const otlp = Object.entries(attributes).map(([key, value]) => ({
      key,
      value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
    }));
    const { stdout } = await filter([
      { attributes },
      { attributes: otlp },
      { resourceSpans: [{ scopeSpans: [{ spans: [{ attributes: otlp }] }] }] },
    ]);
    const added = {
      'gen_ai.usage.cost.amount': 0.0025,
      'gen_ai.usage.cost.currency': 'USD',
      'gen_ai.usage.cost.source': 'local',
    };
    const pairs = [
      { key: 'gen_ai.usage.cost.amount', value: { doubleValue: 0.0025 } },
      { key: 'gen_ai.usage.cost.currency', value: { stringValue: 'USD' } },
      { key: 'gen_ai.usage.cost.source', value: { stringValue: 'local' } },
    ];
    expect(linesOf(stdout)).toMatchObject([
      { attributes: { ...attributes, ...added } },
      { attributes: [...otlp, ...pairs] },
      { resourceSpans: [{ scopeSpans: [{ spans: [{ attributes: [...otlp, ...pairs] }] }] }] },
    ]);
  });

  it("goes by a line's own prices in place of the table's, and says so", async () => {
    const prices = {
      cost: { input: 0.001, output: 0.002 },
      tiers: [{ when: { contextAbove: 999 }, cost: { input: '0.004' } }],
    };
    const { stdout } = await filter([units('gpt-4o', { prices }), units('gpt-99', { prices })]);
    expect(linesOf<Line>(stdout).map(({ cost }) => [cost.total, cost.prices])).toEqual([
      ['0.0042', { from: 'line' }],
      ['0.0042', { from: 'line' }],
    ]);
  });

  it('names each model that nobody prices once, and counts its calls', async () => {
    const lines = [
      ...[units('gpt-4p'), units('gpt-4o'), units('gpt-4p'), units('zzz'), { usage, model: 'x' }],
      ...[units('gpt-4o', { provider: 'opnai' }), units('m', { provider: '__proto__' })],
    ];
    const { stdout, stderr } = await filter(lines);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(
        /^no price of openai\/gpt-4p: not in the table, and no row of .* prices it; did you mean openai\/gpt-4\S*\?$/,
      ) as string,
      expect.stringMatching(/^no price of openai\/zzz: not in the table, and no row of .* prices it$/) as string,
      'no price of x: the line names no provider: add one, or --provider',
      expect.stringMatching(/^no price of opnai\/gpt-4o: no provider "opnai"; did you mean "openai"\? /) as string,
      expect.stringMatching(/^no price of __proto__\/m: no provider "__proto__"/) as string,
      '7 lines read: 1 with a cost, 6 of 5 models that nobody prices, 0 passed as they were, 0 dropped.',
      '',
    ]);
    expect(linesOf<Line>(stdout)[0]?.cost).toMatchObject({ total: null, unpriced: ['input', 'output'], parts: {} });
  });

  it('takes --provider for lines that name none', async () => {
    const { stdout } = await filter(
      [{ model: 'gpt-4o', usage }, units('grok-4', { provider: 'xai' })],
      '--provider',
      'openai',
    );
    expect(linesOf<Line>(stdout)[0]?.cost.total).toBe('0.003');
    expect(linesOf<Line>(stdout)[1]?.cost.prices['model']).toBe('xai/grok-4');
  });

  it('writes with --brief what a line is called and what it costs', async () => {
    const { stdout } = await filter([units('gpt-4o', { name: 'a', id: 7 })], '--brief');
    expect(linesOf<object>(stdout)).toEqual([
      expect.objectContaining({ name: 'a', id: 7, total: '0.0035', currency: 'USD', unpriced: [] }),
    ]);
    expect(linesOf<object>(stdout)[0]).not.toHaveProperty('provider');
  });

  describe('a line that is no usage record', () => {
    const bad = [
      'nonsense',
      '{"x":1}',
      '{"provider":"openai","model":"m","units":{"inputs":1}}',
      '{"model":"m","prices":7}',
    ];
    const two = { resourceSpans: [{ scopeSpans: [{ spans: [{}, {}] }] }] };

    it('ends it by its number, after those before it', async () => {
      const said = [
        'is not a JSON object: each line holds one usage record',
        'tells no call: it has no usage, span, log or units',
        'has units of inputs, which has no price',
        'has prices that are no object: it takes { cost, tiers }',
        'holds several spans: each line holds one',
      ];
      for (const [i, line] of [...bad, two].entries()) {
        const { code, stdout, stderr } = await filter([units('gpt-4o'), line, units('gpt-4o')], '--quiet');
        expect([code, linesOf(stdout).length, stderr]).toEqual([1, 1, `error: line 2 of stdin ${said[i]!}\n`]);
      }
    });

    it('is passed on as it was, or dropped', async () => {
      const lines = [units('gpt-4o'), ...bad, units('gpt-4o')];
      const passed = await filter(lines, '--on-error', 'pass');
      expect(passed.stdout.split('\n').slice(1, -2)).toEqual(bad);
      expect(passed.stderr).toBe(
        '6 lines read: 2 with a cost, 4 passed as they were, 0 dropped (the first at line 2).\n',
      );
      const dropped = await filter(lines, '--on-error', 'drop');
      expect([dropped.code, linesOf(dropped.stdout).length]).toEqual([0, 2]);
    });
  });

  it('answers a line as soon as it is there', async () => {
    const input = new PassThrough();
    const done = commandLine(['cost', '--stdin', '--offline'], { input });
    input.write(`${JSON.stringify(units('gpt-4o'))}\n`);
    setTimeout(() => input.end(`${JSON.stringify(units('gpt-4o-mini'))}\n`), 50);
    expect(linesOf<Line>((await done).stdout).map(({ cost }) => cost.total)).toEqual(['0.0035', '0.00021']);
  });

  it('sums to the digit what whole numbers do', { timeout: 120_000 }, async () => {
    const many = 20_000;
    let wanted = 0n;
    const lines = Array.from({ length: many }, (_, i) => {
      const [input, cached, output] = [100 + ((i * 7919) % 5000), (i * 31) % 90, (i * 104_729) % 700];
      // USD per 1K tokens 0.00015, 0.000075 and 0.0006: in 10^-12 USD a token.
      wanted += BigInt(input - cached) * 150_000n + BigInt(cached) * 75_000n + BigInt(output) * 600_000n;
      const counts = {
        prompt_tokens: input,
        completion_tokens: output,
        prompt_tokens_details: { cached_tokens: cached },
      };
      const prices = { cost: { input: 0.00015, output: 0.0006, cacheRead: 0.000075 }, tiers: [] };
      return JSON.stringify({ provider: 'openai', model: 'm', usage: counts, prices });
    });
    const { code, stdout } = await ratecard(['cost', '--stdin', '--brief'], { input: `${lines.join('\n')}\n` });
    expect(code).toBe(0);
    const sum = linesOf<CallCost>(stdout).reduce((all, { total }) => {
      const [whole = '', part = ''] = total!.split('.');
      expect(part.length).toBeLessThanOrEqual(12);
      return all + BigInt(whole + part.padEnd(12, '0'));
    }, 0n);
    expect(sum).toBe(wanted);
  });
});
