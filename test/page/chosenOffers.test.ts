import { describe, expect, it } from 'vitest';
import { chosenOffers, chosenText, mostChosen, toggled } from '../../src/page/chosenOffers.js';
import { hashOf, placeOf } from '../../src/page/hash.js';

describe('the offers that an address names', () => {
  it('are keys with commas between them, each once', () => {
    expect(chosenOffers('openai/gpt-4o, groq/llama,,openai/gpt-4o')).toEqual(['openai/gpt-4o', 'groq/llama']);
    expect(chosenOffers(undefined)).toEqual([]);
    expect(chosenOffers('')).toEqual([]);
  });

  it('may hold what else would end them', () => {
    const keys = ['a/b,c', 'a/50%2C', 'a/@cf/meta/llama', 'a/<img src=x onerror=alert(1)>', 'a/ü&x=1#?'];
    expect(chosenText(keys)).toBe('a/b%2Cc,a/50%252C,a/@cf/meta/llama,a/<img src=x onerror=alert(1)>,a/ü&x=1#?');
    expect(chosenOffers(chosenText(keys))).toEqual(keys);
    const hash = hashOf({ view: 'cost', chosen: { offers: chosenText(keys) } });
    expect(chosenOffers(placeOf(hash).chosen['offers'])).toEqual(keys);
  });

  it('stay as they were typed where nothing can be decoded', () => {
    expect(chosenOffers('a/100%,a/%zz')).toEqual(['a/100%', 'a/%zz']);
  });

  it('are so many at most', () => {
    const many = Array.from({ length: 60 }, (_, i) => `a/${i}`);
    expect(chosenOffers(many.join(','))).toEqual(many.slice(0, mostChosen));
  });

  it('are one more or one fewer', () => {
    expect(toggled('a/1', 'a/2')).toBe('a/1,a/2');
    expect(toggled('a/1,a/2', 'a/1')).toBe('a/2');
    expect(toggled(undefined, 'a/x,y')).toBe('a/x%2Cy');
    expect(toggled('a/x%2Cy', 'a/x,y')).toBe('');
  });
});
