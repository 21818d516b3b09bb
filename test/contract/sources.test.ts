import { lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Page, Request } from '../../src/fetch/request.js';
import { type Catalog, readLink } from '../../src/operators/readLink.js';
import { sources } from '../../src/sources/index.js';
import type { Link, Source } from '../../src/sources/source.js';
import { recordedLinks } from './recorded.js';

const read = (source: Source, link: Link, answer: (request: Request) => Page): Promise<Catalog> =>
  lastValueFrom(readLink(source, link, (request) => of(answer(request))));

const keyOf = ({ url, method = 'GET', body = '' }: Request): string => `${method} ${url} ${body}`;

/** Reads the link from its recorded pages, the bodies changed. */
const reread = (
  source: Source,
  link: Link,
  pages: readonly Page[],
  change = (body: string) => body,
): Promise<Catalog> => {
  const [first] = pages;
  if (!first) throw new Error('nothing is recorded');
  const byRequest = new Map(pages.map((page) => [keyOf(page.request), page]));
  return read(source, link, (request) => {
    const page = byRequest.get(keyOf(request)) ?? first;
    return { ...page, request, body: change(page.body) };
  });
};

const errorPages = [
  '<html><body>Service unavailable</body></html>',
  '{}',
  '[]',
  '',
  '{"error":{"message":"no"}}',
  '{"error":"no"}',
];

describe('the registry', () => {
  it('is sorted, each id once, and covers at least 60 providers', () => {
    const ids = sources.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.length).toBeGreaterThanOrEqual(60);
  });

  it('has recorded links of nearly every source', () => {
    expect(new Set(recordedLinks.map(({ source }) => source.id)).size).toBeGreaterThanOrEqual(55);
  });

  it('names the links of a source apart', () => {
    for (const { id, links } of sources)
      expect([id, new Set(links.map(({ name }) => name)).size]).toEqual([id, links.length]);
  });
});

describe.each(recordedLinks.map((recorded) => [recorded.title, recorded] as const))(
  '%s',
  (_, { source, link, pages }) => {
    it('reads the recording: models, each id once, no row lost, none rejected', async () => {
      const catalog = await reread(source, link, pages);
      const ids = catalog.models.map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(catalog.rejected.map(({ path, reason }) => ({ path, reason }))).toEqual([]);
      expect(catalog.rows.length).toBe(ids.length + catalog.skipped);
    });

    it('is pure', async () => {
      expect(await reread(source, link, pages)).toEqual(await reread(source, link, pages));
    });

    it('states prices that can be: at most 1,000 USD per 1M tokens, without float noise', async () => {
      for (const { id, cost, tiers } of (await reread(source, link, pages)).models) {
        for (const [field, price] of [cost, ...tiers.map((tier) => tier.cost)].flatMap((prices) =>
          Object.entries(prices),
        )) {
          if (typeof price !== 'number') continue;
          if (!field.startsWith('per')) expect([id, field, price <= 1]).toEqual([id, field, true]);
          expect([
            id,
            field,
            String(price)
              .replace(/e.*|\D/g, '')
              .replace(/^0+/, '').length <= 15,
          ]).toEqual([id, field, true]);
        }
      }
    });

    it.each(errorPages)('fails on %j, by name', async (body) => {
      await expect(reread(source, link, pages, () => body)).rejects.toMatchObject({
        name: 'SourceError',
        kind: 'shape',
      });
    });

    it('reads a row without any one of its optional fields, and rejects one whose required field is of another type, alone', async () => {
      const rows = [...link.rows(pages)];
      const step = Math.max(1, Math.floor(rows.length / 12));
      const sample = rows.filter((_row, i) => i % step === 0).filter((row) => link.row.safeParse(row).success);
      const required = new Set<string>();
      for (const row of sample as Record<string, unknown>[]) {
        for (const key of Object.keys(row)) {
          const rest = Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
          const result = link.row.safeParse(rest);
          if (result.success) expect(() => link.normalize(result.data)).not.toThrow();
          else required.add(key);
        }
      }
      expect([...required].length).toBeLessThanOrEqual(3);
      const [first] = required;
      if (first === undefined) return;
      const broken = [{ ...(sample[0] as object), [first]: { odd: true } }, ...sample.slice(1)];
      const catalog = await read(source, { ...link, next: () => [], rows: () => broken }, (request) => ({
        ...(pages[0] as Page),
        request,
      })).catch((error: unknown) => error);
      if (sample.length > 1)
        expect(catalog).toMatchObject({ rejected: [{ path: expect.stringContaining(first) as string }] });
    });
  },
);
