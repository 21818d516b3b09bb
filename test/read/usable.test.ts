import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/model/request.js';
import { usable } from '../../src/read/usable.js';
import { companion, companions, pages } from '../../src/sources/ask.js';
import { anEndpoint } from '../builders.js';

const keyed: Request = { url: 'https://acme.example/keyed', key: { env: ['ACME_API_KEY'] } };
const open: Request = { url: 'https://acme.example/open' };
const facts = { brings: 'facts', read: () => null } as const;

/** A network that lacks every key. */
const keyless = { canUse: ({ key }: Request) => key === undefined };

const named = (name: string, requests: Parameters<typeof anEndpoint>[0]) => anEndpoint({ name, ...requests });

describe('usable', () => {
  it('leaves out the endpoints whose lists need a key that is not there, and keeps the order of the others', () => {
    const endpoints = [
      named('api', { requests: { list: keyed } }),
      named('docs', { requests: { list: open } }),
      named('second of two', { requests: { list: pages([open, keyed]) } }),
      named('second name', { requests: { list: open, other: keyed } }),
      named('catalog', { requests: { list: open } }),
    ];
    expect(usable({ endpoints }, keyless).map(({ name }) => name)).toEqual(['docs', 'catalog']);
    expect(usable({ endpoints }, { canUse: () => true })).toEqual(endpoints);
    expect(usable({ endpoints }, { canUse: () => false })).toEqual([]);
  });

  it('does not mind a companion whose key is not there', () => {
    const endpoints = [
      named('one', { requests: { list: open, details: companion(keyed, facts) } }),
      named('some', { requests: { list: open, details: companions({ requests: [open, keyed], ...facts }) } }),
    ];
    expect(usable({ endpoints }, keyless)).toEqual(endpoints);
  });

  it('has none for a source without endpoints', () => expect(usable({ endpoints: [] }, keyless)).toEqual([]));
});
