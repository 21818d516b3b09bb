import { asyncScheduler, firstValueFrom, toArray } from 'rxjs';
import { expect, it } from 'vitest';
import { abortable } from '../../src/read/abortable.js';
import { marbles } from '../marbles.js';

const pending = (keep: (signal: AbortSignal) => void) =>
  abortable((signal) => {
    keep(signal);
    return new Promise<never>(() => undefined);
  });

it('aborts the work on unsubscription', () => {
  let signal: AbortSignal | undefined;
  const subscription = pending((s) => (signal = s)).subscribe();
  expect(signal?.aborted).toBe(false);
  subscription.unsubscribe();
  expect(signal?.aborted).toBe(true);
});

it('aborts at the moment of unsubscription, each subscription for itself', () =>
  marbles(({ expectObservable, flush }) => {
    const abortedAt: number[] = [];
    const source = pending((signal) => signal.addEventListener('abort', () => abortedAt.push(asyncScheduler.now())));
    expectObservable(source, '^--!').toBe('-');
    expectObservable(source, '-^---!').toBe('-');
    flush();
    expect(abortedAt).toEqual([3, 5]);
  }));

it('frees what the work left open when it ends, well or not', async () => {
  const signals: AbortSignal[] = [];
  const ends = (end: Promise<string>) =>
    abortable((signal) => {
      signals.push(signal);
      return end;
    });
  expect(await firstValueFrom(ends(Promise.resolve('value')))).toBe('value');
  await expect(firstValueFrom(ends(Promise.reject(new Error('no'))))).rejects.toThrow('no');
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});

it('gives each subscription a signal of its own', () => {
  const signals: AbortSignal[] = [];
  const source = pending((signal) => signals.push(signal));
  const first = source.subscribe();
  source.subscribe();
  first.unsubscribe();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
});

it('starts nothing before it is subscribed, and anew on each subscription', async () => {
  let runs = 0;
  const source = abortable(() => Promise.resolve(++runs));
  expect(runs).toBe(0);
  await firstValueFrom(source);
  expect(await firstValueFrom(source.pipe(toArray()))).toEqual([2]);
});

it('passes a rejection and a synchronous throw on as the error', async () => {
  const rejects = abortable(() => Promise.reject(new Error('rejected')));
  const throws = abortable(() => {
    throw new Error('thrown');
  });
  await expect(firstValueFrom(rejects)).rejects.toThrow('rejected');
  await expect(firstValueFrom(throws)).rejects.toThrow('thrown');
});

it('says nothing after unsubscription', async () => {
  const seen: unknown[] = [];
  const push = (value: unknown) => seen.push(value);
  abortable(() => Promise.reject(new Error('late')))
    .subscribe({ next: push, error: push, complete: () => push('end') })
    .unsubscribe();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(seen).toEqual([]);
});
