import { expect, it } from 'vitest';
import { cost } from '../../src/model/cost.js';
import { costFields } from '../../src/model/words.js';

it('names the prices as the schema of the record does', () => {
  expect(Object.keys(cost.shape)).toEqual(costFields);
});
