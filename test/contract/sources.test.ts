import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../src/sources/define.js';
import { sources } from '../../src/sources/index.js';
import { requestKey } from '../../src/read/requestKey.js';
import { asRecorded, recordedEndpoints, reread, withBody } from './recorded.js';

/** Every answer of a request that came, with another body. */
const everyBody =
  (body: string) =>
  (answer: Parameters<typeof asRecorded>[0]): ReturnType<typeof asRecorded> =>
    answer.page ? withBody(answer.page, body) : asRecorded(answer);

const errorPages = [
  '<html><body>Service unavailable</body></html>',
  '{}',
  '[]',
  '',
  '{"error":{"message":"no"}}',
  '{"error":"no"}',
];

/** Some rows from all over a list that its schema takes. */
function sampleOf(rows: readonly unknown[], { row }: Endpoint): Record<string, unknown>[] {
  const step = Math.max(1, Math.floor(rows.length / 12));
  const sample = rows.filter((_row, i) => i % step === 0).filter((one) => row.safeParse(one).success);
  return sample as Record<string, unknown>[];
}

const without = (row: Record<string, unknown>, key: string) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));

/** The fields without which a row can't be read. */
const requiredIn = (rows: readonly Record<string, unknown>[], { row }: Endpoint): string[] => [
  ...new Set(rows.flatMap((one) => Object.keys(one).filter((key) => !row.safeParse(without(one, key)).success))),
];

describe('the registry', () => {
  it('is sorted, each id once, and covers at least 60 providers', () => {
    const ids = sources.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.length).toBeGreaterThanOrEqual(60);
  });

  it('has recordings of nearly every source: 100 endpoints of 58 sources at least', () => {
    expect(recordedEndpoints.length).toBeGreaterThanOrEqual(100);
    expect(new Set(recordedEndpoints.map(({ source }) => source.id)).size).toBeGreaterThanOrEqual(58);
  });

  it('names the endpoints of a source apart', () => {
    const names = sources.map(({ id, endpoints }) => [id, ...endpoints.map(({ name }) => name)]);
    expect(names).toEqual(names.map((some) => [...new Set(some)]));
  });
});

const endpoints = sources.flatMap(({ id, endpoints: own }) =>
  own.map((endpoint) => ({ title: `${id} ${endpoint.name}`, requests: Object.entries(endpoint.requests) })),
);

describe('the requests of an endpoint', () => {
  it('begin with one that is needed', () => {
    const late = endpoints.filter(({ requests: [first] }) => first === undefined || first[1].brings);
    expect(late.map(({ title }) => title)).toEqual([]);
  });

  it('are each asked for under one name, for a second one would never be answered', () => {
    const twice = endpoints.filter(({ requests }) => {
      const keys = requests.flatMap(([, ask]) => ask.requests.map(requestKey));
      return new Set(keys).size < keys.length;
    });
    expect(twice.map(({ title }) => title)).toEqual([]);
  });

  it('say of each companion what it brings, and follow a page of their own endpoint', () => {
    const wrong = endpoints.filter(({ requests }) => {
      const names = new Set(requests.map(([name]) => name));
      return requests.some(
        ([name, { brings, of = {} }]) =>
          brings?.length === 0 || Object.keys(of).some((parent) => parent === name || !names.has(parent)),
      );
    });
    expect(wrong.map(({ title }) => title)).toEqual([]);
  });
});

describe.each(recordedEndpoints.map((recorded) => [recorded.title, recorded] as const))('%s', (_, recorded) => {
  const { endpoint, rows } = recorded;
  const sample = sampleOf(rows, endpoint);
  const required = requiredIn(sample, endpoint);

  it('reads the recording: models, each id once, no row lost, none rejected', async () => {
    const { items, letters, skipped, rows: count } = await reread(recorded);
    const ids = items.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(letters.map(({ path, reason }) => ({ path, reason }))).toEqual([]);
    expect(count).toBe(ids.length + skipped);
    expect(count).toBe(rows.length);
  });

  it('is pure', async () => {
    expect(await reread(recorded)).toEqual(await reread(recorded));
  });

  it('states prices that can be: at most 1,000 USD per 1M tokens, without float noise', async () => {
    const { items } = await reread(recorded);
    const prices = items.flatMap(({ id, cost, tiers }) =>
      [cost, ...tiers.map((tier) => tier.cost)].flatMap((some) =>
        Object.entries(some).flatMap(([field, price]) => (typeof price === 'number' ? [{ id, field, price }] : [])),
      ),
    );
    const digits = (price: number) =>
      String(price)
        .replace(/e.*|\D/g, '')
        .replace(/^0+/, '').length;
    expect(prices.filter(({ field, price }) => !field.startsWith('per') && price > 1)).toEqual([]);
    expect(prices.filter(({ price }) => digits(price) > 15)).toEqual([]);
  });

  it.each(errorPages)('fails on %j, by name', async (body) => {
    await expect(reread(recorded, everyBody(body))).rejects.toMatchObject({ name: 'ShapeError' });
  });

  it('reads a row without any one of its optional fields', () => {
    expect(sample.length).toBeGreaterThan(1);
    const shortened = sample.flatMap((row) =>
      Object.keys(row)
        .filter((key) => !required.includes(key))
        .map((key) => endpoint.row.parse(without(row, key))),
    );
    for (const row of shortened) expect(() => endpoint.normalize(row)).not.toThrow();
  });

  it('requires little of a row, and rejects one whose required field is of another type, alone', async () => {
    expect(required.length).toBeGreaterThan(0);
    expect(required.length).toBeLessThanOrEqual(3);
    const [first = ''] = required;
    const broken = [{ ...sample[0], [first]: { odd: true } }, ...sample.slice(1)];
    const { letters } = await reread({ ...recorded, endpoint: { ...endpoint, rows: () => broken } });
    expect(letters).toMatchObject([{ path: expect.stringContaining(first) as string, row: broken[0] }]);
  });
});

describe('the prices of all recordings', () => {
  it('are many: 2,000 models at least that have one', async () => {
    const snapshots = await Promise.all(recordedEndpoints.map((recorded) => reread(recorded)));
    expect(snapshots.reduce((sum, { priced }) => sum + priced, 0)).toBeGreaterThanOrEqual(2_000);
  });
});
