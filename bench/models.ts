import Table from 'cli-table3';
import { readFileSync } from 'node:fs';
import { Bench } from 'tinybench';
import { identifier } from '../src/identity/identifier.js';
import { resolverOf } from '../src/identity/resolve.js';
import { settle } from '../src/identity/table.js';
import type { Registry } from '../src/model/registry.js';
import { registryPath } from '../src/store/registry.js';
import { recordedOffers } from '../test/identity/recordedOffers.js';

/** What a person might write for an id: blanks for dashes, its last part alone, another case. */
const spellings = (id: string): string[] => [
  id.replace(/[-_/]/g, ' '),
  id.slice(id.lastIndexOf('/') + 1),
  id.toUpperCase(),
];

/** Prints how long it takes to tell a model: of a text in any spelling, of a known offer, and of one that nobody lists yet. */
export async function models(): Promise<void> {
  const offers = await recordedOffers();
  const identify = identifier(JSON.parse(readFileSync(registryPath, 'utf8')) as Registry);
  const resolve = resolverOf(settle(offers));
  const texts = offers.filter((_, i) => i % 8 === 0).flatMap(({ id }) => spellings(id));
  const fresh = offers.filter((_, i) => i % 64 === 0).map((offer) => ({ ...offer, provider: 'nobody' }));
  const rounds: Readonly<Record<string, readonly [number, () => unknown]>> = {
    'a text in any spelling': [texts.length, () => texts.map((text) => resolve(text))],
    'a known offer': [offers.length, () => identify(offers)],
    'an offer that nobody lists yet': [fresh.length, () => identify(fresh)],
  };
  const bench = new Bench({ time: 1500, iterations: 3, warmupIterations: 1 });
  for (const [name, [, round]] of Object.entries(rounds)) bench.add(name, round);
  await bench.run();
  const table = new Table({ head: ['tells the model of', 'µs each'], style: { head: [], border: [] } });
  for (const { name, result } of bench.tasks) {
    if (result.state !== 'completed') throw new Error('the benchmark did not complete');
    table.push([name, ((1000 * result.latency.p50) / (rounds[name]?.[0] ?? 1)).toFixed(2)]);
  }
  console.log(table.toString());
}
