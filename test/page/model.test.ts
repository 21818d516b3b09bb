import { describe, expect, it } from 'vitest';
import { bookOf } from '../../src/page/book.js';
import { compared } from '../../src/page/compare/compared.js';
import { evidenceOf } from '../../src/page/model/evidenceOf.js';
import { factsOf, keptWords, saidBy } from '../../src/page/model/facts.js';
import { cornersOf, fieldsMoved, movesAt, movesOf } from '../../src/page/model/moves.js';
import { priceTable, pricesWords } from '../../src/page/model/priceRows.js';
import { sellersOf, soldEach, soldOffers } from '../../src/page/model/sold.js';
import { unitIn } from '../../src/page/unit.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { offersOf } from '../../src/book/offersOf.js';
import { anOrigin, aPricing } from '../builders.js';
import { aFile, aReport } from '../report/builders.js';

const key = 'acme/big-1';
const model = { key, line: 'acme/big-1', facets: {} };
const priced = (input: number, output: number | null = null) => ({
  ...{ model, pricing: aPricing(), cost: { ...unknownCost, input, output } },
});
const provider = (id: string, kind: 'lab' | 'cloud' | 'host' | 'gateway' | 'plan') => ({
  provider: { id, name: id.toUpperCase(), kind, docs: '', env: [] },
});

const book = bookOf(
  aReport([
    aFile(
      'acme',
      [
        {
          id: 'big-1',
          ...priced(0.003, 0.01),
          limit: { context: 128_000, input: null, output: 4096 },
          openWeights: false,
          kept: { cost: '2026-01-01', '*': '2026-01-02T00:00:00.000Z' },
          tiers: [
            { when: { serviceTier: 'batch' }, cost: { input: 0.0015 } },
            { when: { contextAbove: 200_000, serviceTier: 'batch' }, cost: { input: 0.003 } },
          ],
        },
      ],
      provider('acme', 'lab'),
    ),
    aFile(
      'cloudy',
      [{ id: 'acme.big', ...priced(0.002, 0.012), limit: { context: 128_000, input: null, output: null } }],
      provider('cloudy', 'cloud'),
    ),
    aFile(
      'gate',
      [
        {
          id: 'acme/big',
          ...priced(0.0025, 0.01),
          limit: { context: 64_000, input: null, output: null },
          pricing: aPricing({
            source: 'helicone',
            confidence: 0.9,
            evidence: { endpoint: 'prices/helicone/api', row: 1234 },
            agree: ['litellm'],
            differ: [{ witness: 'portkey', cost: { input: 0.004, perSearch: 0.01 } }],
            match: {
              strategy: 'exact',
              confidence: 0.99,
              reason: 'same id',
              provider: 'GATE',
              model: 'acme/big',
              operator: 'equals',
            },
            issues: [{ code: 'alone', detail: 'nobody else says it' }],
          }),
        },
        {
          id: 'acme/big:free',
          model,
          pricing: aPricing({ status: 'free' }),
          cost: { ...unknownCost, input: 0, output: 0 },
        },
      ],
      {
        ...provider('gate', 'gateway'),
        sources: { 'prices/helicone/api': anOrigin({ url: 'https://h.example/all', sha256: 'f00' }) },
      },
    ),
    aFile('club', [{ id: 'big', model }], provider('club', 'plan')),
  ]),
);
const offer = (name: string) => book.byKey.get(name)!;
const big = offer('acme/big-1');

describe('the offers of a model', () => {
  it('are sorted as the command line sorts them', () => {
    const kinds = new Map(book.data.providers.map(({ id, kind }) => [id, kind]));
    const table = { offers: book.offers, kindOf: (id: string) => kinds.get(id) ?? null };
    const keys = soldOffers(book, key).map((one) => one.offer.key);
    expect(keys).toEqual(['gate/acme/big', 'acme/big-1', 'cloudy/acme.big', 'gate/acme/big:free', 'club/big']);
    expect(offersOf(table, key).map(({ offer: { provider, id } }) => `${provider}/${id}`)).toEqual(keys);
  });

  it('are sold by those that run it, and those that resell it', () => {
    const sellers = sellersOf(soldOffers(book, key));
    expect(
      sellers.map(({ how, sellers }) => [how, ...sellers.map(({ name, offers }) => `${name} ${offers.length}`)]),
    ).toEqual([
      ['Direct, by labs', 'ACME 1'],
      ['Direct, by clouds', 'CLOUDY 1'],
      ['Resold, by gateways', 'GATE 2'],
      ['In a subscription', 'CLUB 1'],
    ]);
    expect(soldEach(book, [big, offer('gate/acme/big')])).toMatchObject([
      { kind: 'lab', sold: 'direct' },
      { kind: 'gateway', sold: 'resold' },
    ]);
  });

  it('say different things of the model', () => {
    const said = saidBy(soldOffers(book, key).map((one) => one.offer));
    expect(said.find(({ name }) => name === 'context')?.said.map(({ text, offers }) => [text, offers])).toEqual([
      ['128,000 tokens', 2],
      ['64,000 tokens', 1],
    ]);
    expect(said.map(({ name }) => name)).toEqual(['context', 'longest answer', 'open weights']);
    expect(saidBy([])).toEqual([]);
  });
});

describe('an offer in words', () => {
  it('has its prices by their conditions', () => {
    expect(priceTable(big, '1M')).toEqual({
      fields: ['input', 'output'],
      rows: [
        { holds: 'always', prices: ['$3', '$10'] },
        { holds: 'batch', prices: ['$1.5', null] },
        { holds: 'prompt above 200000 tokens, batch', prices: ['$3', null] },
      ],
    });
    expect(pricesWords({ input: 0.0015, perImage: 0.04 }, '1K')).toBe('input $0.0015 per 1K, an image out $0.04');
    expect([unitIn({}), unitIn({ unit: '1K' }), unitIn({ unit: 'x' })]).toEqual(['1M', '1K', '1M']);
  });

  it('has the evidence of its price', () => {
    expect(evidenceOf(offer('gate/acme/big'), '1M')).toEqual([
      { name: 'stated by', text: 'helicone' },
      { name: 'right with a chance of', text: '0.9' },
      { name: 'page', text: 'https://h.example/all', url: 'https://h.example/all' },
      { name: 'read on', text: '2026-01-01, live' },
      { name: 'row', text: '1,234 of prices/helicone/api (counted from 0)' },
      { name: 'sha256', text: 'f00' },
      { name: 'agrees', text: 'litellm' },
      { name: 'portkey differs', text: 'input $4 per 1M, a search $0.01' },
      { name: 'found as', text: 'GATE acme/big (equals), by exact: same id, right with a chance of 0.99' },
      { name: 'alone', text: 'nobody else says it' },
    ]);
    expect(evidenceOf(big, '1M').slice(0, 1)).toEqual([{ name: 'stated by', text: 'ACME, the provider' }]);
    expect(evidenceOf(offer('club/big'), '1M')).toEqual([]);
  });

  it('has its facts, and what is kept', () => {
    expect(factsOf(big).filter(({ text }) => text !== '')).toEqual([
      { name: 'context', text: '128,000 tokens' },
      { name: 'longest answer', text: '4,096 tokens' },
      { name: 'open weights', text: 'no' },
    ]);
    expect(keptWords(big)).toBe('cost from 2026-01-01, all of it from 2026-01-02');
    expect(keptWords({})).toBe('');
  });
});

describe('the moves of prices', () => {
  const steps = {
    'a/1': { input: [['2026-01-01', null, 0.001]] },
    'a/2': {
      input: [
        ['2026-01-01', '2026-02-01', 0.002],
        ['2026-02-01', '2026-03-01', null],
        ['2026-03-01', null, 0.0015],
      ],
      perImage: [['2026-01-01', null, 0.04]],
    },
  } as const;

  it('are a line for each offer, those that moved first', () => {
    expect(movesAt(['a/1', 'a/2', 'a/3'], 'input', steps).map(({ name }) => name)).toEqual(['a/2', 'a/1']);
    expect(fieldsMoved(['a/1', 'a/2'], steps)).toEqual(['input', 'perImage']);
    expect(movesOf('a/2', steps).map(({ name }) => name)).toEqual(['input', 'an image out']);
  });

  it('are drawn as steps as wide as each price held, with a gap where none was known', () => {
    const corners = cornersOf(movesOf('a/2', steps), '2026-04-01', '1M');
    expect(corners.map(({ name, at, usd }) => [name, at.toISOString().slice(0, 10), usd])).toEqual([
      ['input', '2026-01-01', 2],
      ['input', '2026-02-01', 2],
      ['input', '2026-02-01', null],
      ['input', '2026-03-01', null],
      ['input', '2026-03-01', 1.5],
      ['input', '2026-04-01', 1.5],
      ['an image out', '2026-01-01', 0.04],
      ['an image out', '2026-04-01', 0.04],
    ]);
  });

  it('end no sooner than they begin', () => {
    expect(cornersOf(movesOf('a/1', steps), '2025-01-01', '1K').map(({ at }) => at.getTime())).toEqual([
      Date.parse('2026-01-01'),
      Date.parse('2026-01-01'),
    ]);
  });
});

describe('offers side by side', () => {
  const sold = soldEach(book, ['acme/big-1', 'gate/acme/big', 'cloudy/acme.big', 'gate/acme/big:free'].map(offer));
  const rows = new Map(compared(sold, '1M').flatMap(({ rows }) => rows.map((row) => [row.name, row])));

  it('mark the cheapest of each price, which nothing that is free is', () => {
    expect(rows.get('input')?.cells).toEqual([
      { text: '3', isCheapest: false },
      { text: '2.5', isCheapest: false },
      { text: '2', isCheapest: true },
      { text: '0', isCheapest: false },
    ]);
    expect(rows.get('output')?.cells.map(({ isCheapest }) => isCheapest)).toEqual([true, true, false, false]);
    expect(rows.get('input, batch')?.cells.map(({ text, isCheapest }) => `${text} ${isCheapest}`)).toEqual([
      '1.5 false',
      ' false',
      ' false',
      ' false',
    ]);
  });

  it('mark what differs, and leave out what nobody says', () => {
    expect([...rows.values()].filter(({ differs }) => !differs).map(({ name }) => name)).toEqual(['model']);
    expect(rows.has('calls tools')).toBe(false);
    expect(rows.get('who is a')?.cells.map(({ text }) => text)).toEqual(['lab', 'gateway', 'cloud', 'gateway']);
  });

  it('are nothing where no offer is', () => {
    expect(compared([], '1M')).toEqual([]);
  });
});
