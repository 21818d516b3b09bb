import { expect, it } from 'vitest';
import { watchOutage } from '../../src/read/outage.js';
import { marbles } from '../marbles.js';

it('is down after three different places were missed', () => {
  const outage = watchOutage();
  const told: unknown[] = [];
  outage.down.subscribe((value) => told.push(value));
  for (const place of ['a', 'a', 'b', 'a']) outage.missed(place);
  expect(outage.isDown).toBe(false);
  outage.missed('c');
  outage.missed('d');
  expect(outage.isDown).toBe(true);
  expect(told).toHaveLength(1);
});

it('is never down once any place answered', () => {
  const outage = watchOutage();
  outage.missed('a');
  outage.reached();
  for (const place of ['b', 'c', 'd']) outage.missed(place);
  expect(outage.isDown).toBe(false);
});

it('is over when a request that was still running is answered', () => {
  const outage = watchOutage();
  for (const place of ['a', 'b', 'c']) outage.missed(place);
  expect(outage.isDown).toBe(true);
  outage.reached();
  expect(outage.isDown).toBe(false);
});

it('tells who listens when it goes down, at once who comes later, and nobody once it is over', () =>
  marbles(({ cold, expectObservable, expectSubscriptions }) => {
    const outage = watchOutage();
    const places = cold('a-b--c--|');
    const answers = cold('-------r|');
    places.subscribe((place) => outage.missed(place));
    answers.subscribe(() => outage.reached());
    expectObservable(outage.down).toBe('-----t', { t: true });
    expectObservable(outage.down, '^--!').toBe('-');
    expectObservable(outage.down, '------^').toBe('------t', { t: true });
    expectObservable(outage.down, '--------^').toBe('-');
    expectSubscriptions(places.subscriptions).toBe('^-------!');
  }));
