import fc from 'fast-check';
import type { Endpoint } from '../../src/sources/define.js';
import { sources } from '../../src/sources/index.js';
import { modelsDev } from '../../src/sources/catalog.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { faults } from './faults.js';

/** One run in which things go wrong. */
export interface Scenario {
  readonly providers: readonly string[];
  /** The price lists to settle by; all where there are none. */
  readonly lists: readonly string[];
  /** By page, as `host/path?query`, the name of its fault. */
  readonly pages: Readonly<Record<string, string>>;
}

const pageOf = (url: string): string => {
  const { host, pathname, search } = new URL(url);
  return `${host}${pathname}${search}`;
};

const pagesOf = ({ endpoints }: { readonly endpoints: readonly Pick<Endpoint, 'requests'>[] }): string[] =>
  endpoints
    .flatMap(({ requests }) => Object.values(requests).flatMap(({ requests: asked }) => asked.map(({ url }) => url)))
    .filter((url) => !/[{}]/.test(url))
    .map(pageOf);

/** Ids of the providers and price lists that ask for a page. */
export const askersOf = (page: string): string[] =>
  [...sources, ...priceLists].filter((one) => pagesOf(one).includes(page)).map(({ id }) => id);

const [first, ...others] = priceLists;

/** Four providers, now and then with all price lists, and up to three of their pages that go wrong. */
export const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    chosen: fc.shuffledSubarray([...sources], { minLength: 4, maxLength: 4 }),
    list: fc.option(fc.constantFrom(...others), { freq: 3 }),
    isWhole: fc.nat(7).map((n) => n === 0),
  })
  .chain(({ chosen, list, isWhole }) => {
    const lists = isWhole ? priceLists : [first, list].filter((one) => one !== null && one !== undefined);
    const pages = [...new Set([...chosen, ...lists].flatMap((one) => pagesOf(one))), pageOf(modelsDev.url)];
    return fc
      .tuple(
        fc.shuffledSubarray(pages, { minLength: 1, maxLength: 3 }),
        fc.array(fc.constantFrom(...Object.keys(faults)), { minLength: 3, maxLength: 3 }),
      )
      .map(([bad, names]) => ({
        providers: chosen.map(({ id }) => id),
        lists: isWhole ? [] : lists.map(({ id }) => id),
        pages: Object.fromEntries(bad.map((page, i) => [page, names[i] ?? ''])),
      }));
  });
