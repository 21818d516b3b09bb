import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Signals } from '../../src/cli/signals.js';

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const made = () => {
  const from = new EventEmitter();
  const heard: string[] = [];
  const signals = new Signals(from as unknown as NodeJS.Process);
  const listen = (name: string) =>
    signals.subscribe({ next: () => heard.push(name), complete: () => heard.push(`${name} ended`) });
  return { from, heard, signals, listen, listening: () => names.filter((name) => from.listenerCount(name) > 0) };
};

describe('signals', () => {
  it('are left to the process until somebody listens', () => {
    const { listen, listening } = made();
    expect(listening()).toEqual([]);
    listen('a');
    expect(listening()).toEqual(names);
  });

  it('are told to all who listen, a turn after the first, and to whoever listens later', async () => {
    const { from, heard, signals, listen, listening } = made();
    listen('a');
    listen('b').unsubscribe();
    from.emit('SIGTERM');
    expect([heard, signals.isStopped()]).toEqual([[], false]);
    await Promise.resolve();
    expect([heard, signals.isStopped()]).toEqual([['a', 'a ended'], true]);
    expect(listening()).toEqual([]);
    listen('c');
    expect(heard).toEqual(['a', 'a ended', 'c', 'c ended']);
  });

  it('are told once, however many come at a time', async () => {
    const { from, heard, listen } = made();
    listen('a');
    from.emit('SIGINT');
    from.emit('SIGTERM');
    await Promise.resolve();
    expect(heard).toEqual(['a', 'a ended']);
  });
});
