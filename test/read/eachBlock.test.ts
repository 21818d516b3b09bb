import { PassThrough, Readable } from 'node:stream';
import { lastValueFrom, Observable, of, Subject, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { eachBlock } from '../../src/read/eachBlock.js';
import { after } from '../builders.js';

type Lines = [before: number, ...lines: string[]];

/** The lines of a block; each has its end. */
function linesIn(block: Buffer): string[] {
  const lines = block.toString().split('\n');
  expect(lines.pop()).toBe('');
  return lines;
}

/** What is given of a stream that comes in these pieces, and what comes out of it. */
const linesOf = (...pieces: (string | Buffer)[]): Promise<Lines[]> =>
  lastValueFrom(
    eachBlock(Readable.from(pieces, { objectMode: false }), (block, before) =>
      of<Lines>([before, ...linesIn(block)]),
    ).pipe(toArray()),
  );

describe('eachBlock', () => {
  it('gives as many lines as came together, with the number of those before', async () => {
    expect(await linesOf('a\nb\nc\n', 'd\n')).toEqual([
      [0, 'a', 'b', 'c'],
      [3, 'd'],
    ]);
  });

  it('puts a line together that comes in pieces, and gives nothing before it ends', async () => {
    expect(await linesOf('a', 'b', 'c\nd', 'e\n')).toEqual([
      [0, 'abc'],
      [1, 'de'],
    ]);
  });

  it('gives the last line although it does not end, and no line after the last end', async () => {
    expect(await linesOf('a\nb')).toEqual([
      [0, 'a'],
      [1, 'b'],
    ]);
    expect(await linesOf('a\n')).toEqual([[0, 'a']]);
  });

  it('counts and gives blank lines, and leaves a carriage return where it is', async () => {
    expect(await linesOf('\n\na\r\n')).toEqual([[0, '', '', 'a\r']]);
  });

  it.each([['nothing'], ['a byte order mark', '\uFEFF']])('gives no lines of a stream of %s', async (_, ...pieces) => {
    expect(await linesOf(...pieces)).toEqual([]);
  });

  it('drops a byte order mark at the start, be it in pieces, and there alone', async () => {
    expect(await linesOf('\uFEFFa\n\uFEFFb\n', '\uFEFFc\n')).toEqual([
      [0, 'a', '\uFEFFb'],
      [2, '\uFEFFc'],
    ]);
    const bytes = Buffer.from('\uFEFFa\n');
    expect(await linesOf(bytes.subarray(0, 1), bytes.subarray(1, 2), bytes.subarray(2))).toEqual([[0, 'a']]);
  });

  it('gives the bytes as they came', async () => {
    const bytes = Buffer.from([0xff, 0x0a, 0xe2, 0x82, 0x0d, 0x0a, 0xc3]);
    const blocks = eachBlock(Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]), (block) => of(block));
    expect(Buffer.concat(await lastValueFrom(blocks.pipe(toArray())))).toEqual(
      Buffer.concat([bytes, Buffer.from('\n')]),
    );
  });

  it('does not tear a character that comes in pieces', async () => {
    const bytes = Buffer.from('é€😀\n');
    const single = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await linesOf(...single)).toEqual([[0, 'é€😀']]);
  });

  it('emits all that the lines are made into, and goes on where that is nothing', async () => {
    const made = eachBlock(Readable.from(['two\n', 'none\n', 'one\n']), (block) =>
      of(...{ two: [1, 2], none: [], one: [3] }[linesIn(block)[0]!]!),
    );
    expect(await lastValueFrom(made.pipe(toArray()))).toEqual([1, 2, 3]);
  });

  it('reads on only when the lines before are done with', async () => {
    const stream = new PassThrough();
    const given: Lines[] = [];
    const works: Subject<string>[] = [];
    const seen: unknown[] = [];
    eachBlock(stream, (block, before) => {
      given.push([before, ...linesIn(block)]);
      const work = new Subject<string>();
      works.push(work);
      return work;
    }).subscribe({ next: (value) => seen.push(value), complete: () => seen.push('end') });
    stream.write('a\n');
    await expect.poll(() => given.length).toBe(1);
    stream.write('b\nc\n');
    await after(20);
    expect(given).toEqual([[0, 'a']]);
    works[0]!.next('A');
    await after(20);
    expect([given.length, seen]).toEqual([1, ['A']]);
    works[0]!.complete();
    await expect.poll(() => given.length).toBe(2);
    expect(given[1]).toEqual([1, 'b', 'c']);
    stream.end();
    await after(20);
    expect(seen).toEqual(['A']);
    works[1]!.complete();
    await expect.poll(() => seen).toEqual(['A', 'end']);
  });

  it('holds a fast source back: it reads no more than a buffer ahead of the work', async () => {
    let written = 0;
    const stream = new Readable({
      highWaterMark: 64,
      read() {
        written += 1;
        this.push(`${'x'.repeat(31)}\n`);
      },
    });
    const work = new Subject<string>();
    const subscription = eachBlock(stream, () => work).subscribe();
    await after(30);
    expect(written).toBeLessThan(10);
    subscription.unsubscribe();
  });

  it('ends with the error of the work, reads no further and closes the stream', async () => {
    const stream = new PassThrough();
    const given: Lines[] = [];
    const error = new Error('line 2 is no record');
    const works = eachBlock(stream, (block, before) => {
      given.push([before, ...linesIn(block)]);
      return before === 0
        ? of('first')
        : new Observable<string>((subscriber) => {
            subscriber.next('second');
            subscriber.error(error);
          });
    });
    const seen: unknown[] = [];
    works.subscribe({ next: (value) => seen.push(value), error: (reason: unknown) => seen.push(reason) });
    stream.write('a\n');
    await expect.poll(() => given.length).toBe(1);
    stream.write('b\n');
    await expect.poll(() => seen).toEqual(['first', 'second', error]);
    expect(stream.destroyed).toBe(true);
    expect(given).toEqual([
      [0, 'a'],
      [1, 'b'],
    ]);
  });

  it('ends with an error that the work throws at once', async () => {
    const stream = Readable.from(['a\n', 'b\n']);
    const torn = eachBlock(stream, (): Observable<never> => {
      throw new Error('torn');
    });
    await expect(lastValueFrom(torn)).rejects.toThrow('torn');
    expect(stream.destroyed).toBe(true);
  });

  it('ends with the error of the stream, after what came before it', async () => {
    const stream = new PassThrough();
    const seen: unknown[] = [];
    const error = Object.assign(new Error('EIO'), { syscall: 'read', code: 'EIO' });
    eachBlock(stream, (block) => of(...linesIn(block))).subscribe({
      next: (value) => seen.push(value),
      error: (reason: unknown) => seen.push(reason),
    });
    stream.write('a\nb');
    await expect.poll(() => seen).toEqual(['a']);
    stream.destroy(error);
    await expect.poll(() => seen).toEqual(['a', error]);
  });

  it('closes the stream when unsubscribed, gives no more lines and says nothing', async () => {
    const stream = new PassThrough();
    const seen: unknown[] = [];
    const see = (value: unknown) => void seen.push(value);
    const given: string[] = [];
    const subscription = eachBlock(stream, (block) => {
      const lines = linesIn(block);
      given.push(...lines);
      return of(lines.length);
    }).subscribe({ next: see, error: see, complete: () => see('end') });
    stream.write('a\n');
    await expect.poll(() => seen).toEqual([1]);
    stream.write('b\nhalf a line');
    subscription.unsubscribe();
    expect(stream.destroyed).toBe(true);
    await after(20);
    expect([seen, given]).toEqual([[1], ['a']]);
  });

  it('reads nothing before it is subscribed to', async () => {
    const stream = Readable.from(['a\n']);
    const lines = eachBlock(stream, (block) => of(...linesIn(block)));
    await after(5);
    expect(stream.readableFlowing).toBeNull();
    expect(await lastValueFrom(lines)).toBe('a');
  });

  it('stops the work under way when unsubscribed', async () => {
    let running = 0;
    const lasting = new Observable<string>(() => {
      running += 1;
      return () => (running -= 1);
    });
    const subscription = eachBlock(Readable.from(['a\n']), () => lasting).subscribe();
    await expect.poll(() => running).toBe(1);
    subscription.unsubscribe();
    expect(running).toBe(0);
  });
});
