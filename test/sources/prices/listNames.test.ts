import { expect, it } from 'vitest';
import { priceLists } from '../../../src/sources/prices/index.js';
import { listNames } from '../../../src/sources/prices/listNames.js';

it('says of each list, in their order, what its definition says', () =>
  expect(listNames).toEqual(
    priceLists.map(({ id, sellers, sameSeller }) => ({ id, sellers, ...(sameSeller && { sameSeller }) })),
  ));
