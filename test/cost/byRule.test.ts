import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { costOf } from '../../src/cost/costOf.js';
import { recordOf } from '../../src/cost/records/recordOf.js';
import { faultOf } from './score.js';

/** A call, and what it is billed by the rules, worked out without this program. */
interface Ruled {
  readonly name: string;
  readonly expected: {
    readonly total: string | null;
    /** Units and USD of each component; missing where the charge is stated. */
    readonly parts?: Readonly<Record<string, readonly [units: number, usd: string]>>;
    readonly unpriced?: readonly string[];
  };
}

const ruled = readFileSync(join(import.meta.dirname, 'byRule.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Ruled);

const kindOf = ({ name }: Ruled): string => name.split('/')[0] ?? '';
const kinds = [...new Set(ruled.map(kindOf))];

/** What a call is billed that is not as the rules have it; undefined where all is. */
function wrongIn({ name, expected, ...line }: Ruled): string | undefined {
  const { usage, prices, at, models } = recordOf(line);
  const { parts, unpriced = [], total } = expected;
  const wanted = parts
    ? Object.fromEntries(Object.entries(parts).map(([part, [units, usd]]) => [part, { units, usd }]))
    : null;
  const fault = faultOf(costOf(usage, prices ?? { cost: {}, tiers: [] }, { at, models }), {
    total,
    parts: wanted,
    unpriced,
  });
  return fault && `${name}: ${fault}`;
}

it.each(kinds)('bills %s by the rules', (kind) => {
  expect(ruled.filter((one) => kindOf(one) === kind).flatMap((one) => wrongIn(one) ?? [])).toEqual([]);
});

it('holds every kind of usage', () => {
  expect(kinds.sort()).toEqual([
    ...['audio', 'cache-read', 'cache-write', 'embeddings-rerank', 'fees', 'image', 'incomplete', 'litellm'],
    ...['long-context', 'otel', 'reasoning', 'service-tier', 'stated', 'stream', 'time-and-region'],
    ...['tools-iterations', 'transcription-speech'],
  ]);
});
