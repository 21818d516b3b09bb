import { describe, expect, it } from 'vitest';
import { tookMsIn } from '../../src/store/tookMs.js';

type Last = NonNullable<Parameters<typeof tookMsIn>[0]>;
const last = {
  providers: {
    acme: { ms: 1_200, via: 'live', error: null },
    recorded: { ms: 3, via: 'recording', error: null },
    standing: { ms: 30_000, via: 'recording', error: 'took more than 30 s' },
    failed: { ms: 700, via: null, error: 'answered 503' },
  },
  prices: { acme: { ms: 40, via: 'mirror', error: null } },
} as unknown as Last;

const of = (source: string, kind: 'provider' | 'prices' = 'provider') => tookMsIn(last, { kind, source });

describe('tookMsIn', () => {
  it('tells how long a source took, a price list apart from the provider of its name', () =>
    expect([of('acme'), of('acme', 'prices')]).toEqual([1_200, 40]));

  it('knows nothing of what was not read, or read from its recording', () => {
    expect([of('new'), of('new', 'prices'), of('recorded')]).toEqual([undefined, undefined, undefined]);
    expect(tookMsIn(undefined, { kind: 'provider', source: 'acme' })).toBeUndefined();
  });

  it('knows how long one took that failed, also where its recording stood in', () =>
    expect([of('failed'), of('standing')]).toEqual([700, 30_000]));
});
