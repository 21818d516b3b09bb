import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { type Lookup, publicLookup } from '../../src/read/publicLookup.js';

/** What names are looked up as. */
const names: Readonly<Record<string, readonly string[]>> = {
  'open.example': ['8.8.8.8', '2606:4700::1'],
  'inside.example': ['10.0.0.5', 'fd00::1'],
  'both.example': ['127.0.0.1', '8.8.8.8'],
  'over6.example': ['64:ff9b::808:808'],
  'none.example': [],
};

const stub: Lookup = (hostname, { all }, callback) => {
  const found = names[hostname];
  if (!found) return callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), '');
  const addresses = found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const [first] = addresses;
  return all ? callback(null, addresses) : callback(null, first?.address ?? '', first?.family);
};

const looked = (hostname: string, all: boolean) => {
  const refused: string[] = [];
  return new Promise<{ error: string | null; found: string | LookupAddress[]; refused: string[] }>((resolve) =>
    publicLookup((address) => refused.push(address), stub)(hostname, { all }, (error, found) =>
      resolve({ error: error?.message ?? null, found, refused }),
    ),
  );
};

describe('a name that a server gave', () => {
  it.each([true, false])('is looked up where it is public, all addresses: %s', async (all) => {
    const { error, found, refused } = await looked('open.example', all);
    expect([error, refused]).toEqual([null, []]);
    if (all) expect((found as LookupAddress[]).map(({ address }) => address)).toEqual(['8.8.8.8', '2606:4700::1']);
    else expect(found).toBe('8.8.8.8');
  });

  it.each([true, false])('is an error that says so where it is private, all addresses: %s', async (all) => {
    const { error, refused } = await looked('inside.example', all);
    expect([error, refused]).toEqual(['inside.example is the private address 10.0.0.5', ['10.0.0.5']]);
  });

  it('is asked at its public addresses alone', async () => {
    expect(await looked('both.example', true)).toMatchObject({
      error: null,
      found: [{ address: '8.8.8.8', family: 4 }],
      refused: [],
    });
  });

  it('is public over IPv6 where the IPv4 address within is', async () =>
    expect((await looked('over6.example', true)).error).toBeNull());

  it('that has no address, or is none, is an error too', async () => {
    expect((await looked('none.example', true)).error).toContain('no address');
    expect(await looked('gone.example', true)).toMatchObject({ error: 'no such name', refused: [] });
  });
});
