import { describe, expect, it } from 'vitest';
import { priceListIn, pricePath, providerPath } from '../../src/store/paths.js';

describe('the files of an output folder', () => {
  it('are by dataset and provider, and by price list', () => {
    expect(providerPath('raw', 'acme')).toBe('providers/acme.json');
    expect(providerPath('enriched', 'acme')).toBe('providers-enriched/acme.json');
    expect(pricePath('helicone')).toBe('prices/helicone.json');
  });

  it('say whose list they are', () => {
    expect(priceListIn(pricePath('models.dev'))).toBe('models.dev');
    expect(priceListIn(providerPath('raw', 'helicone'))).toBeUndefined();
    expect(priceListIn('prices/old/helicone.json')).toBeUndefined();
  });

  it.each(['../../x', 'con', '__proto__', 'a/b'])('are none of the id %j', (id) => {
    expect(() => providerPath('raw', id)).toThrow("can't be the name of a file");
    expect(() => pricePath(id)).toThrow("can't be the name of a file");
  });
});
