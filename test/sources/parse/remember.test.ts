import { describe, expect, it, vi } from 'vitest';
import { remember } from '../../../src/sources/parse/remember.js';

describe('remember', () => {
  it('works a text out once', () => {
    const work = vi.fn((text: string) => text.length);
    const length = remember(work);
    expect([length('abc'), length('abc'), length('de')]).toEqual([3, 3, 2]);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('knows that nothing came of one, too', () => {
    const work = vi.fn((): null => null);
    const nothing = remember(work);
    expect([nothing('a'), nothing('a')]).toEqual([null, null]);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('does not keep long texts', () => {
    const work = vi.fn((text: string) => text.length);
    const length = remember(work);
    const long = 'x'.repeat(65);
    expect([length(long), length(long)]).toEqual([65, 65]);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('stops to keep more where there are too many', () => {
    const work = vi.fn((text: string) => text.length);
    const length = remember(work);
    for (let i = 0; i < 20_001; i++) length(`${i}`);
    length('0');
    length('20000');
    expect(work).toHaveBeenCalledTimes(20_002);
  });
});
