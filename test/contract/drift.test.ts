import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { isPriceKey, mayHoldPrices } from '../../src/sources/reading/priceKey.js';
import { asRecorded, type Change as Rewrite, reread, withBody } from './recorded.js';
import { isKept, known, missed, nextRun, type PricedEndpoint, pricedEndpoints } from './runs.js';

/** Puts another value in the place of one; undefined takes it away. `i` counts them. */
type Change = (value: unknown, i: number) => unknown;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How often keys come in a document that are prices by their name, or stand below such a key. */
function countKeys(value: unknown, isPrice: boolean, counts: Map<string, number>): void {
  if (Array.isArray(value)) for (const item of value) countKeys(item, isPrice, counts);
  if (!isMap(value)) return;
  for (const [key, inner] of Object.entries(value).filter(([key]) => mayHoldPrices(key))) {
    const isIt = isPrice || isPriceKey(key);
    if (isIt) counts.set(key, (counts.get(key) ?? 0) + 1);
    countKeys(inner, isIt, counts);
  }
}

function changed(value: unknown, key: string, change: Change, seen = { count: 0 }): unknown {
  if (Array.isArray(value)) return value.map((item) => changed(item, key, change, seen));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    name === key ? change(inner, seen.count++) : changed(inner, key, change, seen),
  ]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

/** A list of rows is read as well from some of them. */
const mostRows = 40;

/** A document with some rows of each of its lists, taken evenly. */
function thinned(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) {
    const step = Math.ceil(value.length / mostRows);
    return value.filter((_item, i) => i % step === 0);
  }
  if (!isMap(value) || depth > 1) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, thinned(inner, depth + 1)]));
}

/** What a document of JSON holds; undefined for other pages, and for those that take too long to be read so often. */
function jsonOf(body: string): unknown {
  try {
    return body.length < 1_000_000 ? thinned(JSON.parse(body)) : undefined;
  } catch {
    return undefined;
  }
}

/** An endpoint with what the documents among its pages hold, by their bodies. */
interface Documented extends PricedEndpoint {
  readonly documents: ReadonlyMap<string, unknown>;
}

const written = ({ documents }: Pick<Documented, 'documents'>, change: (json: unknown) => unknown): Rewrite => {
  return (answer) => {
    const json = documents.get(answer.page?.body ?? '');
    return answer.page && json !== undefined ? withBody(answer.page, JSON.stringify(change(json))) : asRecorded(answer);
  };
};

const documented = await Promise.all(
  pricedEndpoints.map(async (recorded): Promise<Documented> => {
    const bodies = recorded.answers.flatMap(({ page }) => page?.body ?? []);
    const documents = new Map(bodies.map((body) => [body, jsonOf(body)] as const));
    return {
      ...recorded,
      documents,
      before: await reread(
        recorded,
        written({ documents }, (json) => json),
      ),
    };
  }),
);

const keysOf = ({ documents }: Documented): string[] => {
  const counts = new Map<string, number>();
  for (const json of documents.values()) countKeys(json, false, counts);
  return [...counts].filter(([, count]) => count > 4).map(([key]) => key);
};

/** The endpoint read with a key changed all over its documents, and what the next run makes of that. */
async function runWith(recorded: Documented, key: string, change: Change) {
  const seen = { count: 0 };
  const rewrite = written(recorded, (json) => changed(json, key, change, seen));
  const reading = await reread(recorded, rewrite).catch((error: unknown) => error as Error);
  return { reading, after: await nextRun(recorded, known(recorded.before), reading) };
}

const types: readonly [string, Change][] = [
  ['an object', (value) => (isMap(value) ? [value] : { value })],
  ['a list', (value) => (Array.isArray(value) ? { value } : [value])],
  ['true', () => true],
];

const cases = documented.flatMap((recorded) => keysOf(recorded).map((key, i) => ({ recorded, key, i })));
const title = ({ recorded, key }: (typeof cases)[number]) => `${recorded.title}: ${key}`;

/** Names whose count fell by more than 30 %. */
const fellIn = ({ before, endpoint }: PricedEndpoint, { stated }: Snapshot<Model>): string[] =>
  Object.entries(before.stated[endpoint.name] ?? {})
    .filter(([name, count]) => (stated[endpoint.name]?.[name] ?? 0) < count * 0.7)
    .map(([name]) => name);

describe('a price key', () => {
  it('that changes its type costs no price that was known, and the run says so', async () => {
    const failed: string[] = [];
    let bitten = 0;
    for (const one of cases) {
      const [type, change] = types[one.i % types.length]!;
      const { reading, after } = await runWith(one.recorded, one.key, change);
      if (reading instanceof Error || missed(one.recorded.before.items, reading.items).length > 0) bitten++;
      if (!isKept(one.recorded.before, reading, after)) failed.push(`${title(one)} is ${type}`);
    }
    expect(failed).toEqual([]);
    expect(bitten).toBeGreaterThan(120);
  });

  it('that is gone from two rows in five costs none either; from one in ten the rows are taken as they are', async () => {
    const failed: string[] = [];
    const bitten = { much: 0, little: 0 };
    for (const one of cases.filter(({ i }) => i % 3 === 0)) {
      const { recorded, key } = one;
      const much = await runWith(recorded, key, (value, i) => (i % 5 < 2 ? undefined : value));
      if (much.reading instanceof Error || fellIn(recorded, much.reading).length > 0) {
        bitten.much++;
        if (!isKept(recorded.before, much.reading, much.after)) failed.push(`${title(one)} is gone from 40 %`);
      }
      const little = await runWith(recorded, key, (value, i) => (i % 10 === 3 ? undefined : value));
      if (little.reading instanceof Error || fellIn(recorded, little.reading).length > 0) continue;
      bitten.little += missed(recorded.before.items, little.reading.items).length > 0 ? 1 : 0;
      const isSilent = little.after.error === little.reading.error && little.after.kept.prices === 0;
      if (!isSilent) failed.push(`${title(one)} is gone from 10 %: ${little.after.error}`);
    }
    expect(failed).toEqual([]);
    expect(bitten.much).toBeGreaterThan(40);
    expect(bitten.little).toBeGreaterThan(40);
  });
});
