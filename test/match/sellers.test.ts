import { describe, expect, it } from 'vitest';
import { sellersOf } from '../../src/match/sellers.js';

const { ofRow, ofProvider } = sellersOf({
  sellers: { acme: 'BIRD', beta: 'FOWL' },
  sameSeller: { FOWL: 'BIRD', OLD: 'NEW' },
});

describe('the seller of a row', () => {
  it.each([
    ['is the name of the list', 'BIRD', 'BIRD'],
    ['is one name in any case', 'Bird', 'BIRD'],
    ['is one for two names of the list', 'FOWL', 'BIRD'],
    ['is the name of a list that nobody told us of', 'Zeta', 'ZETA'],
  ])('%s', (_, listed, seller) => expect(ofRow(listed)).toBe(seller));
});

describe('the seller of a provider', () => {
  it.each([
    ['is the one that the list calls otherwise', 'acme', 'BIRD'],
    ['is found in any case', 'ACME', 'BIRD'],
    ['is its own id in capitals by default', 'openai', 'OPENAI'],
    ['is the one name of the seller where its id is a second one', 'old', 'NEW'],
    ['is the one name of the seller where the list has a second one for it', 'beta', 'BIRD'],
    ['is no other by a name that all objects have', 'constructor', 'CONSTRUCTOR'],
  ])('%s', (_, provider, seller) => expect(ofProvider(provider)).toBe(seller));
});
