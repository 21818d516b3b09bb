import { expect, it } from 'vitest';
import { nearAnswers } from '../../src/book/nearAnswers.js';
import { openBook } from '../../src/book/priceBook.js';
import { openCourt } from '../../src/settle/court.js';
import { aSnapshot } from '../builders.js';
import { aList, anOffer, anOwn } from '../settle/given.js';

const price = { input: 0.0025, output: 0.01 };
const near = (id: string) =>
  nearAnswers(
    openBook({
      court: openCourt([aList('first')]),
      table: () =>
        Promise.resolve(
          aSnapshot({
            items: [anOwn('bird-2', price), anOwn('goose-1', price), anOffer('hen-1'), anOwn('hen-1-mini', price)],
          }),
        ),
      minConfidence: 0,
    }),
    { provider: 'acme', id },
  );

it('names the same model without its date, with what it costs', async () =>
  expect(await near('bird-2-2025-06-01')).toMatchObject([
    { id: 'bird-2', status: 'priced', cost: price, differsIn: ['its date'] },
  ]));

it('names the alias that moves', async () =>
  expect(await near('bird-2-latest')).toMatchObject([{ id: 'bird-2', differsIn: ['"latest"'] }]));

it('says of another model that it is only spelled alike', async () =>
  expect(await near('bird-3')).toMatchObject([{ id: 'bird-2', differsIn: null }]));

it('leaves out the same model where that has no price either, and keeps what may have been meant', async () =>
  expect((await near('hen-1-2025-01-01')).map(({ id, differsIn }) => [id, differsIn])).toEqual([['hen-1-mini', null]]));

it('finds nothing like a name that is like none', async () => expect(await near('zzz-9')).toEqual([]));
