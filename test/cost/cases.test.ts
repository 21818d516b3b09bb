import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/cost/costOf.js';
import { recordOf } from '../../src/cost/records/recordOf.js';
import { type Own, own, prices } from './ownCases.js';
import { type Expected, faultOf } from './score.js';

interface Case {
  readonly name: string;
  readonly why: string;
  readonly expected: Expected;
}

const cases = readFileSync(join(import.meta.dirname, 'cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const answerTo = (line: Readonly<Record<string, unknown>>) => {
  const { usage, prices: stated, at, models } = recordOf(line);
  return costOf(usage, stated ?? { cost: {}, tiers: [] }, { at, models });
};

it.each(cases)('$name: $why', ({ expected, ...line }) => {
  expect(faultOf(answerTo(line), expected)).toBeUndefined();
});

const micro = (usd: number): bigint => BigInt(Math.round(usd * 1e9));

/** Of units and whole prices, summed in integers. */
const sumOf = (units: Own['units'], cost: Readonly<Record<string, number>>): string => {
  const all = Object.entries(units).reduce(
    (sum, [name, many]) => sum + BigInt(many) * micro(cost[name]!) * (name.startsWith('per') ? 1000n : 1n),
    0n,
  );
  const digits = String(all).padStart(13, '0');
  return `${digits.slice(0, -12)}.${digits.slice(-12)}`;
};

describe.each(Object.entries(own))('%s', (_, some) => {
  it.each(some)('$why', ({ line, units, unpriced = [], bills = {}, total }) => {
    const cost = answerTo({ prices: { cost: prices, tiers: [] }, ...line });
    const given = Object.fromEntries(Object.entries(cost.parts).map(([name, part]) => [name, part.units]));
    const named = total === undefined ? given : {};
    expect({ units: named, unpriced: cost.unpriced }).toEqual({ units, unpriced });
    const known = total ?? sumOf(units, { ...prices, ...bills });
    expect(cost.total === null ? null : Number(cost.total)).toBe(unpriced.length > 0 ? null : Number(known));
  });
});

it('holds enough cases of its own', () => {
  expect(Object.values(own).flat().length).toBeGreaterThanOrEqual(60);
});

describe('a count that is none', () => {
  const usageOf = (prompt: unknown) => ({
    provider: 'openai',
    model: 'm',
    usage: { prompt_tokens: prompt, completion_tokens: 1 },
  });
  const priced = { prices: { cost: prices, tiers: [] } };

  it.each([-5, '-5', 'NaN', Infinity, 2 ** 60, 'many'])('leaves no total: %j', (count) => {
    for (const line of [usageOf(count), { provider: 'openai', span: { 'gen_ai.usage.input_tokens': count } }]) {
      const { total, unpriced, why } = answerTo({ ...line, ...priced });
      expect([total, unpriced]).toEqual([null, ['usage']]);
      expect(why?.['usage']).toContain(`is ${String(count)}, which is no count`);
    }
  });

  it('is refused in units of our own, as is a name that is no price', () => {
    expect(() => recordOf({ units: { input: '-5' } })).toThrow('has units of input that are no number from 0');
    expect(() => recordOf({ units: { constructor: 5 } })).toThrow('has units of constructor, which has no price');
  });
});
