import { describe, expect, it } from 'vitest';
import { hostsAsked } from '../../src/read/hostsAsked.js';

describe('the hosts that are asked', () => {
  it('are those that somebody counts, until all took that back', () => {
    const hosts = hostsAsked();
    const [first, second] = [hosts.count(['a.example', 'b.example']), hosts.count(['a.example'])];
    expect([hosts.isAny(['a.example']), hosts.isAny(['c.example', 'b.example'])]).toEqual([true, true]);
    first();
    expect([hosts.isAny(['a.example']), hosts.isAny(['b.example'])]).toEqual([true, false]);
    second();
    expect(hosts.isAny(['a.example', 'b.example'])).toBe(false);
  });

  it('are not taken back twice', () => {
    const hosts = hostsAsked();
    const first = hosts.count(['a.example']);
    hosts.count(['a.example']);
    first();
    first();
    expect(hosts.isAny(['a.example'])).toBe(true);
  });
});
