import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/model/page.js';
import { goesOn } from '../../../src/sources/parse/goesOn.js';

const pageOf = (body: unknown): Page => ({ body: typeof body === 'string' ? body : JSON.stringify(body) }) as Page;

describe('goesOn', () => {
  it.each([
    { has_more: true },
    { hasNextPage: true },
    { next_cursor: 'abc' },
    { nextPageToken: 'abc' },
    { NextPageLink: 'https://a.example/?page=2' },
    { next_page: 2 },
    { links: { pages: { next: 'https://a.example/?page=2' } } },
    { pagination: { current_page: 1, total_pages: 2 } },
    { result_info: { page: 1, total_pages: 2 } },
    { page: 1, pages: 27 },
  ])('is said by %j', (body) => expect(goesOn(pageOf({ data: [], ...body }))).toBe(true));

  it.each([
    {},
    { has_more: false, next_cursor: 'of the last page' },
    { has_more: 'yes' },
    { next_cursor: '' },
    { next: null },
    { next: { id: 'a provider of that name' } },
    { links: { pages: { next: null } } },
    { page: 2, total_pages: 2 },
    { total_pages: 2 },
    { data: [{ has_more: true }] },
  ])('is not said by %j', (body) => expect(goesOn(pageOf(body))).toBe(false));

  it.each(['', '<html>', '[1]', '{"has_more":true', 'has_more: true'])('is not said by %j', (body) =>
    expect(goesOn(pageOf(body))).toBe(false),
  );
});
