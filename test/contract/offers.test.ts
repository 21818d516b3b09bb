import { lastValueFrom, of, throwError } from 'rxjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { model as modelSchema, type Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { reconcile } from '../../src/operators/reconcile.js';
import { UnreadError } from '../../src/read/unreadError.js';
import { offers } from '../../src/sources/offers.js';
import { offlineRun, type OfflineRun } from './offlineRun.js';
import { asRecorded, recordedEndpoints, reread, withBody } from './recorded.js';

let models: readonly Model[];
let manifest: OfflineRun['manifest'];
beforeAll(async () => {
  ({ models, manifest } = await offlineRun());
});

/** An offer's name in letters of one case, without the version that is pinned. */
const nameOf = (provider: string, id: string): string => `${provider}/${id}`.toLowerCase().replace(/@.*$/, '');
const dayOf = ({ fetchedAt }: Snapshot<Model>): string => fetchedAt.slice(0, 10);
const own = recordedEndpoints.filter(({ endpoint }) => endpoint.origin === undefined);

describe('the offers of a provider', () => {
  it('are all that its recorded pages list by id, and of a page older than its list all that it prices', async () => {
    const listDay = new Map(models.map((model) => [model.provider, '']));
    for (const [provider, { fetchedAt }] of Object.entries(manifest.providers))
      listDay.set(provider, fetchedAt?.slice(0, 10) ?? '');
    const known = new Set(models.map(({ provider, id }) => nameOf(provider, id)));
    const pages = await Promise.all(own.map(async (recorded) => [recorded.source.id, await reread(recorded)] as const));
    const listed = pages.flatMap(([id, snapshot]) =>
      snapshot.items
        .filter((item) => offers.isOwn(item) || (offers.isOffer(item) && dayOf(snapshot) >= (listDay.get(id) ?? '')))
        .map((item) => nameOf(id, item.id)),
    );
    expect(listed.length).toBeGreaterThan(7_000);
    expect([...new Set(listed.filter((name) => !known.has(name)))]).toEqual([]);
  });

  it('have no price of another where the provider says that it has none', () => {
    const none = models.filter(({ pricing }) => pricing.issues.some(({ code }) => code === 'no-list-price'));
    expect(none.length).toBeGreaterThan(20);
    expect(none.filter(({ pricing }) => pricing.status === 'priced').map(({ provider, id }) => [provider, id])).toEqual(
      [],
    );
  });
});

describe('a record', () => {
  it('is written as it is read again, so that what says the same is known to', () => {
    const other = models.filter((model) => JSON.stringify(modelSchema.parse(model)) !== JSON.stringify(model));
    expect(models.filter(({ quotes }) => quotes !== undefined).length).toBeGreaterThan(1_000);
    expect(other.map(({ provider, id }) => [provider, id])).toEqual([]);
  });
});

describe('the prices of an endpoint', () => {
  it('stay when the keys they stand under are called otherwise', async () => {
    let tried = 0;
    for (const recorded of own) {
      const before = await reread(recorded);
      if (before.priced < 3) continue;
      const renamed = await reread(recorded, (answer) => {
        const { page } = answer;
        return page
          ? withBody(page, page.body.replace(/"(\w*(?:pric|cost|rate)\w*)":/gi, '"$1New":'))
          : asRecorded(answer);
      }).catch((error: unknown) => error as Error);
      const reading = renamed instanceof Error ? throwError(() => new UnreadError([])) : of(renamed);
      const source = { kind: offers, endpoints: recorded.source.endpoints };
      const after = await lastValueFrom(
        reading.pipe(
          reconcile<never, Model>({ source: source as never, previous: { snapshot: { ...before, via: 'live' } } }),
        ),
      );
      if (!(renamed instanceof Error) && renamed.priced < before.priced * 0.7) tried++;
      const costs = new Map(after.items.map(({ id, cost }) => [id, cost]));
      const lost = before.items.filter(
        ({ id, pricing, cost }) =>
          pricing.status === 'priced' && JSON.stringify(costs.get(id)) !== JSON.stringify(cost),
      );
      expect([recorded.title, lost.map(({ id }) => id)]).toEqual([recorded.title, []]);
    }
    expect(tried).toBeGreaterThan(10);
  });
});
