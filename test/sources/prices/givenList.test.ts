import { lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/read/readSource.js';
import { companion } from '../../../src/sources/ask.js';
import { defineEndpoint, definePriceList } from '../../../src/sources/define.js';
import { jsonList } from '../../../src/sources/parse/json.js';
import { givenList } from '../../../src/sources/prices/givenList.js';
import { helicone } from '../../../src/sources/prices/helicone.js';
import { aList, aNetwork, aPage, aPriceList } from '../../builders.js';

const place = '/home/me/prices.json';
const urlsOf = ({ endpoints }: Pick<typeof helicone, 'endpoints'>) =>
  endpoints.map(({ name, requests }) => [
    name,
    Object.values(requests).flatMap((ask) => ask.requests.map(({ url }) => url)),
  ]);

describe('a given list', () => {
  it('has one endpoint, which asks for the place', () =>
    expect(urlsOf(givenList(helicone, place))).toEqual([['given', [place]]]));

  it('is else what it was: the same list, sellers and all', () =>
    expect({ ...givenList(helicone, place), endpoints: helicone.endpoints }).toEqual(helicone));

  it('leaves the list that it is made of as it was', () => {
    const before = urlsOf(helicone);
    givenList(helicone, place);
    expect(urlsOf(helicone)).toEqual(before);
  });

  it('is read from that place in the form of the list', async () => {
    const row = { provider: 'ACME', model: 'm', operator: 'equals', input_cost_per_1m: 1, output_cost_per_1m: 2 };
    const network = aNetwork({ [place]: of(aList([row], { request: { url: place } })) });
    expect(await lastValueFrom(readSource(givenList(helicone, place), network))).toMatchObject({
      endpoint: 'given',
      url: place,
      items: [{ provider: 'ACME', model: 'm', operator: 'equals', cost: { input: 0.001, output: 0.002 } }],
    });
  });

  it('has no other endpoint to stand in', async () => {
    const network = aNetwork({ 'https://helicone.ai/api/llm-costs': of(aList([{}])) });
    await expect(lastValueFrom(readSource(givenList(helicone, place), network))).rejects.toMatchObject({
      faults: [{ endpoint: 'given', url: place, kind: 'http', httpStatus: 404 }],
    });
  });

  it('takes the list alone from the place, its companions from where they are', async () => {
    const [endpoint] = aPriceList().endpoints;
    const list = definePriceList({
      ...aPriceList(),
      endpoints: [
        defineEndpoint({
          ...endpoint!,
          requests: {
            list: { url: 'https://prices.example/api' },
            more: companion({ url: 'https://prices.example/more' }, { brings: 'facts', read: ({ body }) => body }),
          },
          rows: ({ list, more }) => jsonList(list, 'data').map((row) => ({ ...(row as object), model: more })),
        }),
      ],
    });
    const network = aNetwork({
      [place]: of(aList([{ provider: 'ACME', operator: 'equals', cost: {} }], { request: { url: place } })),
      'https://prices.example/more': of(aPage('from afar')),
    });
    expect(await lastValueFrom(readSource(givenList(list, place), network))).toMatchObject({
      url: place,
      items: [{ model: 'from afar' }],
      faults: [],
    });
  });

  it('of a list without endpoints is that list', () => {
    const none = aPriceList({ endpoints: [] });
    expect(givenList(none, place)).toBe(none);
  });
});
