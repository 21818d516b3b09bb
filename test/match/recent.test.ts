import { describe, expect, it } from 'vitest';
import { Recent } from '../../src/match/recent.js';

describe('what is remembered', () => {
  it('is what was set last', () => {
    const recent = new Recent<number>(10);
    recent.set('a', 1);
    recent.set('a', 2);
    expect([recent.get('a'), recent.get('b')]).toEqual([2, undefined]);
  });

  it('is made once for each key, until it is forgotten', () => {
    const recent = new Recent<string>(1);
    const made: string[] = [];
    const make = (key: string) => recent.getOrMake(key, () => (made.push(key), key));
    for (const key of ['a', 'a', 'b', 'a']) expect(make(key)).toBe(key);
    expect(made).toEqual(['a', 'b', 'a']);
  });

  it('makes room for the new, but not what was asked for since', () => {
    const recent = new Recent<string>(3);
    for (const key of ['a', 'b', 'c']) recent.set(key, key);
    recent.get('a');
    recent.set('d', 'd');
    expect(['a', 'b', 'c', 'd'].map((key) => recent.get(key))).toEqual(['a', undefined, 'c', 'd']);
    for (const key of ['e', 'f', 'g', 'h']) recent.set(key, key);
    expect(['e', 'f', 'g', 'h'].filter((key) => recent.get(key) !== undefined)).toHaveLength(3);
  });

  it('is never more than there is room for, of whatever size', () => {
    const recent = new Recent<string>(10, (key, value) => key.length + value.length);
    const keys = Array.from({ length: 100 }, (_, i) => String(i));
    for (const key of keys) {
      recent.set(key, 'x'.repeat(Number(key) % 7));
      recent.get(key);
      const held = keys.flatMap((one) => (recent.get(one) === undefined ? [] : [one.length + (Number(one) % 7)]));
      expect(held.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(10);
    }
    recent.set('long', 'x'.repeat(10));
    expect(recent.get('long')).toBeUndefined();
  });
});
