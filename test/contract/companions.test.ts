import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { modelsDev } from '../../src/sources/catalog.js';
import {
  asRecorded,
  type Change,
  notFound,
  pageFor,
  type RecordedEndpoint,
  recordedEndpoints,
  reread,
} from './recorded.js';

const nonsense =
  '<!doctype html><html><head><title>Sorry</title></head><body><h1>Sorry</h1><p>Something went wrong.</p></body></html>';

/** A companion of a recorded endpoint that was asked for. */
interface Companion extends RecordedEndpoint {
  readonly name: string;
  readonly brings: readonly string[];
  readonly asked: readonly { readonly url: string }[];
}

const companions = recordedEndpoints.flatMap((recorded): Companion[] =>
  Object.entries(recorded.endpoint.requests).flatMap(([name, { brings }]) => {
    const asked = recorded.answers.filter((answer) => answer.name === name).map(({ request }) => request);
    return brings && asked.length > 0 ? [{ ...recorded, title: `${recorded.title} ${name}`, name, brings, asked }] : [];
  }),
);

/** Those of which a page is recorded, so that it is missed. */
const missed = companions.filter(({ name, answers }) => answers.some((answer) => answer.name === name && answer.page));

/** Every page of the companion changed so, the others as they are. */
const lacking =
  ({ name }: Companion, change: Change): Change =>
  (answer) =>
    answer.name === name ? change(answer) : asRecorded(answer);

const gone: Change = ({ request }) => notFound(request);

const addsUp = ({ rows, items, skipped, letters, rejected }: Snapshot<Model>) =>
  items.length > 0 && letters.length === rejected && items.length + rejected + skipped === rows;

const faultsOf = ({ faults }: Snapshot<Model>, { name }: Companion) => faults.filter(({ request }) => request === name);

describe.each(companions.map((one) => [one.title, one] as const))('%s', (title, companion) => {
  it('that answers 404 is a fault with its name for each page, and costs the other rows nothing', async () => {
    const snapshot = await reread(companion, lacking(companion, gone));
    expect(faultsOf(snapshot, companion)).toEqual(
      companion.asked.map(({ url }) => ({
        ...{ endpoint: companion.endpoint.name, request: companion.name, url, kind: 'http', httpStatus: 404 },
        ...{ error: `${url} answered 404: the address may have moved`, attempts: 1, retryAt: null },
      })),
    );
    expect(snapshot.letters).toEqual([]);
    expect(addsUp(snapshot)).toBe(true);
  });

  it('that answers with nonsense is such a fault as well, unless it takes any page, and costs the other rows nothing', async () => {
    const snapshot = await reread(
      companion,
      lacking(companion, ({ request }) => pageFor(companion, request, nonsense)),
    );
    expect(faultsOf(snapshot, companion)).toEqual(
      companion.asked.map(({ url }) => ({
        ...{ endpoint: companion.endpoint.name, request: companion.name, url, kind: 'shape', httpStatus: null },
        ...{ error: expect.stringMatching(/^[^\n]+$/) as string, attempts: 1, retryAt: null },
      })),
    );
    expect(snapshot.letters).toEqual([]);
    expect(addsUp(snapshot)).toBe(true);
  });
});

/** Those that are models.dev's catalog, from which an entry may go. */
const ofCatalog = companions.filter(({ asked }) => asked.some(({ url }) => url === modelsDev.url));

/** Those that take a catalog without the entry for one without models. */
const silent: readonly string[] = [];

describe.each(ofCatalog.map((one) => [one.title, one] as const))('%s', (title, companion) => {
  const check = silent.includes(title) ? it.fails : it;
  check('without an entry of the source is a fault with its name, and costs the other rows nothing', async () => {
    const catalog = '{"another": {"name": "Another", "models": {"m": {"id": "m", "name": "Em"}}}}';
    const snapshot = await reread(
      companion,
      lacking(companion, ({ request }) => pageFor(companion, request, catalog)),
    );
    expect(faultsOf(snapshot, companion)).toMatchObject([{ kind: 'shape', url: modelsDev.url }]);
    expect(snapshot.letters).toEqual([]);
    expect(addsUp(snapshot)).toBe(true);
  });
});

/** What a model costs, and all else that is said of it; on which row changes with what else is there. */
const pricesOf = ({ cost, tiers, pricing: { evidence, ...pricing } }: Model) => ({
  ...{ cost, tiers, pricing },
  page: evidence?.endpoint,
});
const factsOf = (model: Model) => ({ ...model, cost: null, tiers: null, pricing: null });

describe.each(missed.map((one) => [one.title, one] as const))('%s', (_, companion) => {
  const both = async () => {
    const whole = await reread(companion);
    const less = await reread(companion, lacking(companion, gone));
    const shared = new Set(whole.items.map(({ id }) => id));
    const still = new Set(less.items.map(({ id }) => id));
    const among = (ids: ReadonlySet<string>, { items }: Snapshot<Model>) => items.filter(({ id }) => ids.has(id));
    const besides = (ids: ReadonlySet<string>, { items }: Snapshot<Model>) => items.filter(({ id }) => !ids.has(id));
    const byId = (items: readonly Model[]) => [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      lost: besides(still, whole).map(({ id }) => id),
      renamed: besides(shared, less).map(({ id }) => id),
      before: byId(among(still, whole)),
      after: byId(among(shared, less)),
    };
  };
  /** What is different, where it may not be. */
  const unless = (what: readonly string[], different: readonly unknown[]) =>
    companion.brings.some((brought) => what.includes(brought)) ? [] : different;
  const differing = (before: readonly unknown[], after: readonly unknown[]) =>
    before.filter((one, i) => JSON.stringify(one) !== JSON.stringify(after[i]));

  it('brings no more than it says: models, ids, prices or facts', async () => {
    const { lost, renamed, before, after } = await both();
    expect({
      lost: unless(['models', 'ids'], lost),
      renamed: unless(['ids'], renamed),
      prices: unless(['prices'], differing(before.map(pricesOf), after.map(pricesOf))),
      facts: unless(['facts'], differing(before.map(factsOf), after.map(factsOf))),
    }).toEqual({ lost: [], renamed: [], prices: [], facts: [] });
  });
});

it('are tried of 20 endpoints at least, 30 in all, 6 of them the catalog', () => {
  expect(companions.length).toBeGreaterThanOrEqual(30);
  expect(
    new Set(companions.map(({ source, endpoint }) => `${source.id} ${endpoint.name}`)).size,
  ).toBeGreaterThanOrEqual(20);
  expect(missed.length).toBeGreaterThanOrEqual(20);
  expect(ofCatalog.length).toBeGreaterThanOrEqual(6);
});
