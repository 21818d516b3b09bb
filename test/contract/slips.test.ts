import { describe, expect, it } from 'vitest';
import type { Tier } from '../../src/model/cost.js';
import type { Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { statedIn } from '../../src/read/statedIn.js';
import { conditionKind } from '../../src/sources/conditions.js';
import { offers } from '../../src/sources/offers.js';
import { isKept, known, missed, nextRun, type PricedEndpoint, pricedEndpoints, pricesIn } from './runs.js';

/** A reading of the endpoint that gave these models. */
const reading = ({ before, endpoint }: PricedEndpoint, items: readonly Model[]): Snapshot<Model> => ({
  ...before,
  ...{ items, rows: items.length, rejected: 0, skipped: 0, letters: [], faults: [] },
  priced: items.filter((item) => offers.pricedBy(item, endpoint.name) !== null).length,
  stated: { [endpoint.name]: statedIn({ pages: [], rows: [], items }, offers) },
});

/** What holds of some models of a list holds of all. */
const mostModels = 60;

const endpoints = pricedEndpoints.map((one) => {
  const step = Math.ceil(one.before.items.length / mostModels);
  return {
    ...one,
    before: reading(
      one,
      one.before.items.filter((_model, i) => i % step === 0),
    ),
  };
});

/** Every price of a model, put through `change`; null takes it away. */
const repriced = (model: Model, change: (price: number, name: string) => number | null): Model => {
  const each = <Prices extends Tier['cost']>(prices: Prices, suffix: string): Prices =>
    Object.fromEntries(
      Object.entries(prices).map(([field, price]) => [
        field,
        typeof price === 'number' ? change(price, field + suffix) : price,
      ]),
    ) as Prices;
  const tiers = model.tiers.flatMap(({ when, cost }) => {
    const left = Object.entries(each(cost, ` (${conditionKind(when)})`)).filter(([, price]) => price !== null);
    return left.length > 0 ? [{ when, cost: Object.fromEntries(left) }] : [];
  });
  const cost = each(model.cost, '');
  const isPriced = tiers.length > 0 || Object.values(cost).some((price) => price !== null);
  const pricing = isPriced ? model.pricing : { ...model.pricing, status: 'unknown' as const, source: null };
  return { ...model, cost, tiers, pricing };
};

const namesOf = ({ before, endpoint }: PricedEndpoint): [string, number][] =>
  Object.entries(before.stated[endpoint.name] ?? {});

describe('the prices of a tier', () => {
  it('that are all gone are kept, and the run says so; but not those that days end or begin', async () => {
    const failed: string[] = [];
    const dated: string[] = [];
    let tried = 0;
    for (const one of endpoints) {
      const kinds = new Set(one.before.items.flatMap(({ tiers }) => tiers.map(({ when }) => conditionKind(when))));
      for (const kind of kinds) {
        const without = one.before.items.map((model) =>
          repriced(model, (price, name) => (name.endsWith(` (${kind})`) ? null : price)),
        );
        const after = await nextRun(one, known(one.before), reading(one, without));
        tried++;
        const isDated = /\b(from|until)\b/.test(kind);
        if (isDated) dated.push(kind);
        if (isDated !== (after.kept.prices === 0 && after.error === null)) failed.push(`${one.title}: ${kind}`);
        if (!isDated && !isKept(one.before, reading(one, without), after)) failed.push(`${one.title}: ${kind}`);
      }
    }
    expect(failed).toEqual([]);
    expect(dated).toEqual(expect.arrayContaining(['until', 'from', 'serviceTier batch, until']));
    expect(tried).toBeGreaterThan(40);
  });
});

/** What is left of the first `count` after so many days on each of which that share goes. */
const left = (count: number, share: number, day: number): number => Math.ceil(count * (1 - share) ** day);
const shares = [0.1, 0.18, 0.25];

/** So many runs of readings from which something vanishes day by day: what each made of it. */
async function runs(one: PricedEndpoint, itemsOn: (day: number) => readonly Model[], days = 12) {
  let earlier = known(one.before);
  const made: Snapshot<Model>[] = [];
  for (let day = 1; day <= days; day++) {
    const after = await nextRun(one, earlier, reading(one, itemsOn(day)));
    earlier = known(after, earlier);
    made.push(after);
  }
  return { made, last: made.at(-1)!, earlier };
}

/** The models with the first `count` of their prices of that name. */
const withFirst = ({ before }: PricedEndpoint, name: string, count: number): Model[] => {
  let seen = 0;
  const keeps = (price: number, its: string) => (its !== name || seen++ < count ? price : null);
  return before.items.map((model) => repriced(model, keeps));
};

describe('what slips away for twelve days', () => {
  it('a price of each name, is held against the most of seven readings', async () => {
    const failed: string[] = [];
    let tried = 0;
    for (const one of endpoints) {
      for (const [i, [name, count]] of namesOf(one).entries()) {
        if (count < 10) continue;
        const share = shares[i % shares.length]!;
        const { made, last } = await runs(one, (day) => withFirst(one, name, left(count, share, day)));
        const held = made.filter((_run, day) => left(count, share, day + 1) < count * 0.7);
        const stated = reading(one, last.items).stated[one.endpoint.name]?.[name] ?? 0;
        tried++;
        if (stated < count * 0.7) failed.push(`${one.title}: of ${count} ${name} ${stated} are left`);
        if (held.some(({ error }) => error === null)) failed.push(`${one.title}: ${name} slips unsaid`);
      }
    }
    expect(failed).toEqual([]);
    expect(tried).toBeGreaterThan(120);
  });

  it('and stays away, is held until that is accepted, also when the seven readings are over', async () => {
    const failed: string[] = [];
    for (const one of endpoints) {
      const [name, count] = namesOf(one).find(([, often]) => often >= 20) ?? ['', 0];
      if (count === 0) continue;
      const itemsOn = (day: number) => withFirst(one, name, left(count, 0.1, Math.min(day, 5)));
      const { last, earlier } = await runs(one, itemsOn, 15);
      const leftIn = ({ items }: Snapshot<Model>) => reading(one, items).stated[one.endpoint.name]?.[name] ?? 0;
      if (leftIn(last) < count * 0.7 || last.error === null) failed.push(`${one.title}: ${name} is let go`);
      const accepted = await nextRun(one, earlier, reading(one, itemsOn(16)), { acceptShrink: true });
      if (leftIn(accepted) >= count * 0.7) failed.push(`${one.title}: ${name} is not let go`);
    }
    expect(failed).toEqual([]);
  });

  it('models, are held against the most of seven readings', async () => {
    const failed: string[] = [];
    for (const [i, one] of endpoints.entries()) {
      const count = one.before.items.length;
      if (count < 10) continue;
      const share = shares[i % shares.length]!;
      const { made, last } = await runs(one, (day) => one.before.items.slice(0, left(count, share, day)));
      const held = made.filter((_run, day) => left(count, share, day + 1) < count * 0.7);
      if (last.items.length < count * 0.7) failed.push(one.title);
      if (held.some(({ error, status }) => error === null || status !== 'stale')) failed.push(`${one.title} unsaid`);
    }
    expect(failed).toEqual([]);
  });
});

describe('every price of an endpoint', () => {
  const times = (one: PricedEndpoint, factor: number) =>
    reading(
      one,
      one.before.items.map((model) => repriced(model, (price) => price * factor)),
    );
  const isAs = (one: Snapshot<Model>, other: Snapshot<Model>) =>
    JSON.stringify([...pricesIn(one.items)]) === JSON.stringify([...pricesIn(other.items)]);

  it.each([6, 1 / 6])('times %d is kept back for one run with both values, and taken in the next', async (factor) => {
    const failed: string[] = [];
    for (const one of endpoints) {
      const moved = times(one, factor);
      const first = await nextRun(one, known(one.before), moved);
      const told = new Set(first.jumps.map(({ id, field, was, is }) => `${id} ${field} ${was} ${is}`));
      const now = pricesIn(moved.items);
      const untold = [...pricesIn(one.before.items)].filter(
        ([name, was]) => was > 0 && !told.has(`${name} ${was} ${now.get(name)}`),
      );
      if (!isAs(first, one.before)) failed.push(`${one.title} is not kept back`);
      if (untold.length > 0) failed.push(`${one.title} does not tell ${untold[0]?.join()}`);
      const second = await nextRun(one, known(first, known(one.before)), moved);
      if (!isAs(second, moved) || second.jumps.length > 0) failed.push(`${one.title} is not taken in the second run`);
      const accepted = await nextRun(one, known(one.before), moved, { acceptJump: true });
      if (!isAs(accepted, moved)) failed.push(`${one.title} is not accepted`);
    }
    expect(failed).toEqual([]);
    expect(endpoints.length).toBeGreaterThan(60);
  });

  /** Whether two models state prices that are not 0. */
  const isPriced = ({ before }: PricedEndpoint) =>
    before.items.filter((model) => [...pricesIn([model]).values()].some((price) => price > 0)).length > 1;

  it.each([1000, 1e6, 1 / 1000, 60])(
    'times %d is another unit: kept back, with both values, until told to believe it',
    async (factor) => {
      const failed: string[] = [];
      for (const one of endpoints.filter(isPriced)) {
        const moved = times(one, factor);
        const first = await nextRun(one, known(one.before), moved);
        const second = await nextRun(one, known(first, known(one.before)), moved);
        for (const after of [first, second]) {
          if (!isAs(after, one.before)) failed.push(`${one.title} is not kept back`);
          if (!/ times those of | of those of /.test(after.error ?? '')) failed.push(`${one.title}: ${after.error}`);
        }
        const accepted = await nextRun(one, known(first, known(one.before)), moved, { acceptJump: true });
        if (!isAs(accepted, moved)) failed.push(`${one.title} is not accepted`);
      }
      expect(failed).toEqual([]);
    },
  );

  it('that stands one row off is kept back until told to believe it', async () => {
    const failed: string[] = [];
    let tried = 0;
    for (const one of endpoints) {
      const { items } = one.before;
      const shifted = reading(
        one,
        items.map((model, i) => {
          const { cost, tiers, pricing } = items[(i + 1) % items.length]!;
          return { ...model, cost, tiers, pricing };
        }),
      );
      if (missed(one.before.items, shifted.items).length === 0) continue;
      tried++;
      const first = await nextRun(one, known(one.before), shifted);
      const second = await nextRun(one, known(first, known(one.before)), shifted);
      for (const after of [first, second])
        if (!isKept(one.before, shifted, after)) failed.push(`${one.title}: ${after.error}`);
    }
    expect(failed).toEqual([]);
    expect(tried).toBeGreaterThan(30);
  });

  it('times 4 is taken at once', async () => {
    for (const one of endpoints) {
      const after = await nextRun(one, known(one.before), times(one, 4));
      expect([one.title, isAs(after, times(one, 4)), after.jumps]).toEqual([one.title, true, []]);
    }
  });
});
