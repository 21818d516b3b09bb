import { expect, it } from 'vitest';
import { tableBook } from '../../src/book/tableBook.js';
import { anOffer, aTable } from '../exports/table.js';

const book = tableBook(
  aTable(
    anOffer('Llama-3', { input: 0.1 }),
    anOffer('org/model', { input: 0.2 }),
    anOffer('two', { input: 1 }),
    anOffer('Two', { input: 2 }),
    anOffer('m', { input: 3 }, { provider: 'other' }),
  ),
);

it('finds an offer by provider and id, which may have slashes of its own', () => {
  expect(book.price('acme/org/model')?.cost.input).toBe(0.2);
  expect(book.price('other/m')?.offer.id).toBe('m');
});

it('finds it in any case, where that names one alone', () => {
  expect(book.price('ACME/llama-3')?.cost.input).toBe(0.1);
  expect(book.price('acme/Two')?.cost.input).toBe(2);
  expect(book.price('acme/TWO')).toBeNull();
});

it('knows nothing of what the table has not', () => {
  expect(book.price('acme/org')).toBeNull();
  expect(book.price('constructor')).toBeNull();
  expect(book.offersOf('nobody')).toEqual([]);
});

it('names the page on which a price stands', () => {
  expect(Object.keys(book.price('other/m')?.sources ?? {})).toEqual(['api']);
});

it('lists offers and providers', () => {
  expect(book.providers).toEqual(['acme', 'other']);
  expect(book.offersOf().length).toBe(5);
  expect(book.offersOf('other').map(({ id }) => id)).toEqual(['m']);
});

it('tells what a call costs, exactly and part by part', () => {
  const usage = { prompt_tokens: 1000, completion_tokens: 10 };
  expect(book.cost('other/m', usage)).toMatchObject({ total: null, unpriced: ['output'] });
  expect(book.cost('other/m', { prompt_tokens: 1000 })).toMatchObject({
    total: '3',
    parts: { input: { units: 1000, usd: '3' } },
  });
  expect(book.cost('other/nobody', usage)).toBeNull();
});

it('finds models as the price book does', async () => {
  const keyed = (id: string) => ({ model: { key: `lab/${id}`, line: `lab/${id}`, facets: {} } });
  const some = tableBook(
    aTable(
      anOffer('llama-3.3-70b', { input: 0.1 }, keyed('llama-3.3-70b')),
      anOffer('gpt-4o', { input: 2 }, keyed('gpt-4o')),
    ),
  );
  expect(await some.resolve('Llama 3.3 70B')).toEqual({ model: 'lab/llama-3.3-70b' });
  expect(await some.offers('gpt-4o')).toMatchObject({ model: 'lab/gpt-4o', offers: [{ offer: { id: 'gpt-4o' } }] });
  expect((await some.models({ maxInputUsdPerMillion: 500 })).models.map(({ key }) => key)).toEqual([
    'lab/llama-3.3-70b',
  ]);
});
