import { expect, it } from 'vitest';
import { conditionKey } from '../../src/cost/conditionKey.js';

it('knows conditions in any order', () => {
  expect(conditionKey({ region: 'eu', serviceTier: 'batch' })).toBe(
    conditionKey({ serviceTier: 'batch', region: 'eu' }),
  );
});
