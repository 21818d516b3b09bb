import { map } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/model/page.js';
import { knownSources, newSources } from '../../src/read/knownSources.js';
import type { Network } from '../../src/read/network.js';
import { modelsDev } from '../../src/sources/catalog.js';
import { sources } from '../../src/sources/index.js';
import { aPage, aSource } from '../builders.js';
import { marbles } from '../marbles.js';

/** A catalog page of entries with one model each. */
const catalogOf = (...ids: string[]): Page =>
  aPage(JSON.stringify(Object.fromEntries(ids.map((id) => [id, { name: id, models: { m: { id: 'm' } } }]))), {
    request: modelsDev,
  });

/** A network that notes what it is asked. */
const answering = (page: ReturnType<Network['fetch']>) => {
  const asked: unknown[] = [];
  const fetch: Network['fetch'] = (request, source) => {
    asked.push([request, source]);
    return page;
  };
  return { fetch, canUse: () => true, isDown: false, asked };
};

const idsOf = map((all: readonly { id: string }[]) => all.map(({ id }) => id));
const own = sources.map(({ id }) => id);

describe('knownSources', () => {
  it('are those with an adapter and those of the recorded catalog, each once, sorted by id', () =>
    marbles(({ cold, expectObservable, expectSubscriptions, flush }) => {
      const page = cold('--(p|)', { p: catalogOf('zzz', 'ai21', '000') });
      const embedded = answering(page);
      expectObservable(knownSources({ embedded }).pipe(idsOf)).toBe('--(k|)', { k: ['000', ...own, 'zzz'] });
      expectSubscriptions(page.subscriptions).toBe('^-!');
      flush();
      expect(embedded.asked).toEqual([[modelsDev, 'modelsdev']]);
    }));

  it('are the adapters themselves, also where the catalog has an entry of that id', () =>
    marbles(({ cold, expectObservable }) => {
      const embedded = answering(cold('(p|)', { p: catalogOf('ai21', 'zzz') }));
      const byId = map((all: readonly { id: string }[]) => sources.every((source) => all.includes(source)));
      expectObservable(knownSources({ embedded }).pipe(byId)).toBe('(t|)', { t: true });
    }));

  it('pass the error of a catalog on that can not be read', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const error = new Error('no recording');
      const page = cold<Page>('--#', undefined, error);
      expectObservable(knownSources({ embedded: answering(page) })).toBe('--#', undefined, error);
      expectSubscriptions(page.subscriptions).toBe('^-!');
    }));

  it('let the catalog go when unsubscribed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const page = cold<Page>('-----(p|)');
      expectObservable(knownSources({ embedded: answering(page) }), '^-!').toBe('-');
      expectSubscriptions(page.subscriptions).toBe('^-!');
    }));
});

describe('newSources', () => {
  const known = [aSource({ id: 'acme' })];
  const idOf = map(({ id }: { id: string }) => id);

  it("are those of today's catalog that are not known yet, one after another", () =>
    marbles(({ cold, expectObservable, expectSubscriptions, flush }) => {
      const page = cold('--(p|)', { p: catalogOf('zeta', 'acme', 'beta') });
      const network = answering(page);
      expectObservable(newSources({ network }, known).pipe(idOf)).toBe('--(bz|)', { b: 'beta', z: 'zeta' });
      expectSubscriptions(page.subscriptions).toBe('^-!');
      flush();
      expect(network.asked).toEqual([[modelsDev, 'modelsdev']]);
    }));

  it('are none where the catalog has no other', () =>
    marbles(({ cold, expectObservable }) => {
      const network = answering(cold('--(p|)', { p: catalogOf('acme') }));
      expectObservable(newSources({ network }, known)).toBe('--|');
    }));

  it('are none where the catalog can not be had, or is none', () =>
    marbles(({ cold, expectObservable }) => {
      const answers = ['{}', '<html>', '[]', ''].map((body) => cold('--(p|)', { p: aPage(body) }));
      for (const answer of [cold<Page>('--#'), ...answers])
        expectObservable(newSources({ network: answering(answer) }, known)).toBe('--|');
    }));

  it('let the catalog go when unsubscribed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const page = cold<Page>('-----(p|)');
      expectObservable(newSources({ network: answering(page) }, known), '^-!').toBe('-');
      expectSubscriptions(page.subscriptions).toBe('^-!');
    }));
});
