import { readFileSync } from 'node:fs';
import { Bench } from 'tinybench';
import { identifier } from '../src/identity/identifier.js';
import { resolverOf } from '../src/identity/resolve.js';
import { settle } from '../src/identity/table.js';
import type { Registry } from '../src/model/registry.js';
import { registryPath } from '../src/store/registry.js';
import { recordedOffers } from '../test/identity/recordedOffers.js';
import type { Figure } from './row.js';

/** What a person might write for an id: blanks for dashes, its last part alone, another case. */
const spellings = (id: string): string[] => [
  id.replace(/[-_/]/g, ' '),
  id.slice(id.lastIndexOf('/') + 1),
  id.toUpperCase(),
];

/** How long it takes to tell a model of a text in any spelling and of an offer that nobody lists yet, beside a known offer. */
export async function models(): Promise<Figure[]> {
  const offers = await recordedOffers();
  const identify = identifier(JSON.parse(readFileSync(registryPath, 'utf8')) as Registry);
  const resolve = resolverOf(settle(offers));
  const texts = offers.filter((_, i) => i % 8 === 0).flatMap(({ id }) => spellings(id));
  const fresh = offers.filter((_, i) => i % 64 === 0).map((offer) => ({ ...offer, provider: 'nobody' }));
  const rounds: Readonly<Record<string, readonly [number, () => unknown]>> = {
    'a known offer': [offers.length, () => identify(offers)],
    'a text in any spelling': [texts.length, () => texts.map((text) => resolve(text))],
    'an offer that nobody lists yet': [fresh.length, () => identify(fresh)],
  };
  const bench = new Bench({ time: 1500, iterations: 3, warmupIterations: 1 });
  for (const [name, [, round]] of Object.entries(rounds)) bench.add(name, round);
  await bench.run();
  const [known = NaN, ...others] = bench.tasks.map(({ name, result }) => {
    if (result.state !== 'completed') throw new Error('the benchmark did not complete');
    return result.latency.p50 / (rounds[name]?.[0] ?? 1);
  });
  return Object.keys(rounds)
    .slice(1)
    .map((what, i) => {
      const each = others[i] ?? NaN;
      return { what: `the model of ${what}`, ours: `${(1000 * each).toFixed(1)} µs`, ratio: each / known };
    });
}
