import { describe, expect, it } from 'vitest';
import { madeAt } from '../../src/model/clock.js';
import { watchClock } from '../../src/read/watchClock.js';

const at = (iso: string): number => Date.parse(iso);
const truth = at('2027-03-01T12:00:00Z');
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

describe('a clock that is right', () => {
  it('dates what comes, to the ms, and is not denied by one of another zone', () => {
    const clock = watchClock(() => truth);
    expect(clock.answered('a', truth - 500)).toBe(truth);
    expect(clock.answered('b', truth + 14 * 3_600_000)).toBe(truth);
    expect(clock.answered('c', undefined)).toBe(truth);
    expect(clock.fault).toBeNull();
  });

  it.each(['1970-01-01', '2099-01-01'])('does not believe a host that says %s', (odd) => {
    const clock = watchClock(() => truth);
    expect(clock.answered('a', at(odd))).toBe(truth);
    expect(clock.fault).toBeNull();
  });

  it('outvotes a host that is months off', () => {
    const clock = watchClock(() => truth);
    for (const host of ['a', 'b', 'c']) clock.answered(host, truth);
    for (let i = 0; i < 9; i++) expect(clock.answered('odd', at('2027-07-01'))).toBe(truth);
    expect(clock.fault).toBeNull();
  });
});

describe('a clock that is wrong', () => {
  it.each(['1970-01-01', '2099-01-01', '2027-09-01', '2026-12-01'])('says %s: the hosts date what comes', (ours) => {
    const local = at(ours);
    const clock = watchClock(() => local);
    expect(iso(clock.answered('a', truth))).toBe(iso(truth));
    expect(iso(clock.answered('b', truth))).toBe(iso(truth));
    expect(iso(clock.answered('c', undefined))).toBe(iso(truth));
    expect(clock.fault).toBe(
      `this machine's clock says ${ours}, the hosts that were asked say 2027-03-01: set it right`,
    );
  });

  it.each(['1970-01-01', '2099-01-01'])('is known to be where it says %s, without any host', (ours) => {
    const clock = watchClock(() => at(ours));
    expect(clock.fault).toBe(`this machine's clock says ${ours}, which can not be: set it right`);
    expect(clock.answered('a', undefined)).toBe(madeAt);
  });
});
