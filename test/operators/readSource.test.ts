import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/fetch/errors.js';
import type { Page } from '../../src/fetch/request.js';
import type { Model } from '../../src/model/model.js';
import type { Catalog } from '../../src/operators/readLink.js';
import { ChainError, readSource } from '../../src/operators/readSource.js';
import type { Link } from '../../src/sources/source.js';
import { aCatalog, aFault, aLink, aList, aModel, aNetwork, aSource, day2 } from '../builders.js';
import { marbles } from '../marbles.js';

const named = ({ id, name }: { id: string; name?: unknown }) => ({ id, name: typeof name === 'string' ? name : null });
const api = aLink({ name: 'api', normalize: named });
const docs = aLink({ name: 'docs', normalize: named });
const catalog = aLink({ name: 'catalog', origin: 'catalog:models.dev', normalize: named });
const source = aSource({ links: [api, docs, catalog] });

const urlOf = ({ requests }: Link) => requests[0]!.url;
const pageOf = (link: Link, ...rows: { id: string; name?: string }[]) => aList(rows, { request: link.requests[0]! });

const answers = (pages: Partial<Record<'api' | 'docs' | 'catalog', Observable<Page>>>) =>
  aNetwork(Object.fromEntries(Object.entries(pages).map(([name, page]) => [`https://acme.example/${name}`, page])));

const gave = (link: Link, page: Page, more: Partial<Model> = {}): Model =>
  aModel('m', {
    source: { url: urlOf(link), fetchedAt: page.fetchedAt, sha256: page.sha256, via: link.origin ? 'catalog' : 'live' },
    ...more,
  });

const catalogOf = (link: Link, page: Page, more: Partial<Catalog> = {}): Catalog =>
  aCatalog({ link: link.name, models: [gave(link, page)], bytes: page.bytes, ...more });

const down = new SourceError('http', 'acme.example answered 503', { retryAt: day2 });
const apiFault = aFault('api', { error: 'acme.example answered 503', retryAt: day2 });

describe('readSource', () => {
  it('takes the models of the first link that works and fills them from the later ones, one after another', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const page = pageOf(docs, { id: 'm' });
      const other = pageOf(catalog, { id: 'm', name: 'Em' }, { id: 'n' });
      const first = cold<Page>('  --#', undefined, down);
      const second = cold('   ---(p|)', { p: page });
      const third = cold('       --(o|)', { o: other });
      const expected = '    -------(R|)';
      const network = answers({ api: first, docs: second, catalog: third });
      const model = gave(docs, page);
      const filled = { ...model, name: 'Em', source: { ...model.source, filled: { name: 'catalog:models.dev' } } };
      expectObservable(readSource(source, network)).toBe(expected, {
        R: { catalog: catalogOf(docs, page, { models: [filled] }), before: [apiFault], faults: [apiFault] },
      });
      expectSubscriptions(first.subscriptions).toBe('   ^-!');
      expectSubscriptions(second.subscriptions).toBe('  --^--!');
      expectSubscriptions(third.subscriptions).toBe('   -----^-!');
    }));

  it('notes a later link that fails, and keeps the models', () =>
    marbles(({ cold, expectObservable }) => {
      const page = pageOf(api, { id: 'm' });
      const network = answers({ api: cold('-(p|)', { p: page }), docs: cold('-#', undefined, new Error('torn')) });
      expectObservable(readSource(source, network)).toBe('--(R|)', {
        R: {
          catalog: catalogOf(api, page),
          before: [],
          faults: [
            aFault('docs', { error: 'torn' }),
            aFault('catalog', { error: '404 for https://acme.example/catalog' }),
          ],
        },
      });
    }));

  it('tells the faults before the link that gave the models from those after it', () =>
    marbles(({ cold, expectObservable }) => {
      const page = pageOf(docs, { id: 'm' });
      const network = answers({ api: cold('-#', undefined, down), docs: cold('-(p|)', { p: page }) });
      const after = aFault('catalog', { error: '404 for https://acme.example/catalog' });
      expectObservable(readSource(source, network)).toBe('--(R|)', {
        R: { catalog: catalogOf(docs, page), before: [apiFault], faults: [apiFault, after] },
      });
    }));

  it("notes a field filled from the provider's own link by the link's name, and counts its requests", () =>
    marbles(({ cold, expectObservable }) => {
      const page = pageOf(api, { id: 'm' });
      const more = pageOf(docs, { id: 'm', name: 'Em' });
      const network = answers({ api: cold('(p|)', { p: page }), docs: cold('(p|)', { p: more }) });
      const model = gave(api, page, { name: 'Em' });
      expectObservable(readSource({ ...source, links: [api, docs] }, network)).toBe('(R|)', {
        R: {
          catalog: catalogOf(api, page, {
            models: [{ ...model, source: { ...model.source, filled: { name: 'docs' } } }],
            requests: 2,
            bytes: page.bytes + more.bytes,
          }),
          before: [],
          faults: [],
        },
      });
    }));

  it('asks a link that does not fill only where the ones before it failed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const second = { ...docs, fills: false };
      const page = pageOf(api, { id: 'm' });
      const other = pageOf(docs, { id: 'm' });
      const unasked = cold<Page>('-(o|)', { o: other });
      const asked = cold<Page>('-(o|)', { o: other });
      const chain = { ...source, links: [api, second] };
      expectObservable(readSource(chain, answers({ api: cold('--(p|)', { p: page }), docs: unasked }))).toBe('--(R|)', {
        R: { catalog: catalogOf(api, page), before: [], faults: [] },
      });
      expectObservable(readSource(chain, answers({ api: cold<Page>('--#', undefined, down), docs: asked }))).toBe(
        '---(R|)',
        {
          R: { catalog: catalogOf(docs, other), before: [apiFault], faults: [apiFault] },
        },
      );
      expectSubscriptions(unasked.subscriptions).toBe([]);
      expectSubscriptions(asked.subscriptions).toBe('--^!');
    }));

  it('passes a link over whose key is not there', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const keyed = cold<Page>('-(p|)');
      const page = pageOf(docs, { id: 'm' });
      const network = {
        ...answers({ api: keyed, docs: cold('-(p|)', { p: page }) }),
        canUse: ({ url }: { url: string }) => url !== urlOf(api),
      };
      expectObservable(readSource({ ...source, links: [api, docs] }, network)).toBe('-(R|)', {
        R: { catalog: catalogOf(docs, page), before: [], faults: [] },
      });
      expectSubscriptions(keyed.subscriptions).toBe([]);
    }));

  it('fails with the faults of all links where none works, in the words of the first', () =>
    marbles(({ cold, expectObservable }) => {
      const network = answers({
        api: cold('--#', undefined, down),
        docs: cold('--(p|)', { p: pageOf(docs) }),
        catalog: cold('--#', undefined, new SourceError('timeout', 'took too long')),
      });
      expectObservable(readSource(source, network)).toBe(
        '------#',
        undefined,
        new ChainError([
          apiFault,
          aFault('docs', { error: 'the list is empty' }),
          aFault('catalog', { error: 'took too long' }),
        ]),
      );
    }));

  it('names the key to set where no link can be used', () =>
    marbles(({ expectObservable }) => {
      const keyless = { ...answers({}), canUse: () => false };
      const error = new ChainError([aFault('api', { error: 'needs a key: set ACME_API_KEY or ACME_TOKEN' })]);
      expectObservable(readSource({ ...source, env: ['ACME_API_KEY', 'ACME_TOKEN'] }, keyless)).toBe(
        '#',
        undefined,
        error,
      );
    }));

  it('asks no further link once unsubscribed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const first = cold<Page>('--#', undefined, down);
      const second = cold<Page>('----(p|)');
      const third = cold<Page>('-(p|)');
      const network = answers({ api: first, docs: second, catalog: third });
      expectObservable(readSource(source, network), '^---!').toBe('-');
      expectSubscriptions(first.subscriptions).toBe(' ^-!');
      expectSubscriptions(second.subscriptions).toBe('--^-!');
      expectSubscriptions(third.subscriptions).toBe([]);
    }));
});

describe('ChainError', () => {
  it.each([
    ['api answered 503', [aFault('api'), aFault('docs')]],
    ['no link to read', []],
  ])('says "%s"', (message, faults) => {
    expect(new ChainError(faults).message).toBe(message);
  });
});
