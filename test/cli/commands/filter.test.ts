import { PassThrough, Readable } from 'node:stream';
import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { localServer } from '../../read/localServer.js';
import { commandLine, type Ended, linesOf } from '../ratecard.js';

const filter = (input: string | Readable, ...more: string[]): Promise<Ended> =>
  commandLine(['enrich-pricing', '--stdin', '--offline', ...more], { input });

/** Prices are taken however unsure they are. */
const whatever = ['--min-confidence', '0'];

const idsOf = (stdout: string): string[] => linesOf<{ id: string }>(stdout).map(({ id }) => id);

describe('enrich-pricing --stdin', { timeout: 60_000 }, () => {
  it('writes as many lines as it reads, in order, unknown fields kept', async () => {
    const records = [
      { id: 'gpt-4o', provider: 'openai', name: null, cost: { input: null, output: null }, mine: { deep: [1] } },
      { id: 'no-such-model', provider: 'openai', name: 'x', cost: { input: null, output: null } },
      { id: 'x', provider: 'nobody', cost: { input: 0.5, output: 1 } },
    ];
    const { code, stdout, stderr } = await filter(records.map((record) => JSON.stringify(record)).join('\n'));
    expect([code, stderr]).toEqual([0, '3 lines read: 3 enriched, 0 passed as they were, 0 dropped.\n']);
    const out = linesOf<Record<string, unknown>>(stdout);
    expect(out.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    expect(out[0]).toMatchObject({
      cost: { input: 0.0025, output: 0.01 },
      pricing: { status: 'priced', source: 'provider', evidence: { endpoint: 'docs' } },
      sources: { docs: { url: expect.stringMatching(/openai\.com/) as string, via: 'recording' } },
      mine: { deep: [1] },
    });
    expect(out[1]?.['pricing']).toMatchObject({ status: 'unknown', match: null });
    expect(out[2]).toEqual(records[2]);
  });

  it('ends at a line that is longer than any record, by its number, after the records before it', async () => {
    const { code, stdout, stderr } = await filter(`{"id":"gpt-4o"}\n{"id":"${'x'.repeat(5_000_000)}"}\n`);
    expect([code, idsOf(stdout)]).toEqual([1, ['gpt-4o']]);
    expect(stderr).toMatch(/line 2 of stdin has more than 4,194,304 characters, more than a model record can have/);
  });

  it('answers from the lists alone that --prices names, with the page and the match', async () => {
    const { stdout } = await filter('{"id":"gpt-4o","provider":"openai"}', ...['--prices', 'helicone'], ...whatever);
    expect(linesOf(stdout)).toMatchObject([
      {
        cost: { input: 0.0025, output: 0.01 },
        pricing: {
          ...{ status: 'priced', source: 'helicone', match: { provider: 'OPENAI', model: 'gpt-4o' } },
          evidence: { endpoint: 'prices/helicone/api' },
        },
        sources: { 'prices/helicone/api': { url: 'https://helicone.ai/api/llm-costs' } },
      },
    ]);
  });

  it('uses no price below --min-confidence', async () => {
    const priced = async (least: number) => {
      const args = ['--prices', 'helicone', '--min-confidence', String(least)];
      const { stdout } = await filter('{"id":"gpt-4o","provider":"openai"}', ...args);
      return linesOf(stdout)[0]!.pricing;
    };
    const { confidence } = await priced(0);
    expect(await priced(confidence!)).toMatchObject({ status: 'priced', source: 'helicone', confidence });
    expect(await priced(confidence! + 0.0001)).toMatchObject({
      ...{ status: 'unknown', source: null, confidence: null },
      issues: [
        { code: 'low-confidence', detail: expect.stringMatching(`is right, ${confidence}, is below`) as string },
      ],
    });
  });

  it('writes the lines before a bad one, and says which it is', async () => {
    const input = ['\uFEFF{"id":"a"}', '', '{"id":"b"}\r', 'nonsense', '{"id":"c"}', ''].join('\n');
    const { code, stdout, stderr } = await filter(input);
    expect([code, stderr.split('\n')]).toEqual([
      1,
      [
        '3 lines read: 2 enriched, 0 passed as they were, 0 dropped.',
        'error: line 4 of stdin is not a JSON object: each line holds one model record',
        '',
      ],
    ]);
    expect(idsOf(stdout)).toEqual(['a', 'b']);
  });

  describe('with --on-error', () => {
    const odd = ['nonsense', '[1]', 'null', '"text"', '{"id":"cut', ' {"id": 1,  }\r'];
    const records = odd.map((_, i) => `{"id":"m${i}"}`);
    const input = records.flatMap((record, i) => [record, odd[i]!, '']).join('\n');
    const linesIn = (stdout: string) =>
      stdout.split('\n').map((line) => (/^\{"id":"m\d"/.test(line) ? line.slice(0, '{"id":"m0"'.length) + '}' : line));

    it('pass: writes the bad lines to the byte as they were, in their place', async () => {
      const { code, stdout, stderr } = await filter(input, '--on-error', 'pass');
      expect([code, linesIn(stdout)]).toEqual([0, [...records.flatMap((record, i) => [record, odd[i]!]), '']]);
      expect(stderr).toBe('12 lines read: 6 enriched, 6 passed as they were, 0 dropped (the first at line 2).\n');
    });

    it('drop: leaves them out', async () => {
      const { code, stdout, stderr } = await filter(input, '--on-error', 'drop');
      expect([code, linesIn(stdout)]).toEqual([0, [...records, '']]);
      expect(stderr).toBe('12 lines read: 6 enriched, 0 passed as they were, 6 dropped (the first at line 2).\n');
    });

    it('fail: is what it does without', async () => {
      const { code, stdout, stderr } = await filter(input, '--on-error', 'fail', '--quiet');
      expect([code, linesIn(stdout)]).toEqual([1, [records[0], '']]);
      expect(stderr).toBe('error: line 2 of stdin is not a JSON object: each line holds one model record\n');
    });

    it('takes a record that is too deep for one that is none', async () => {
      const deep = `{"id":"deep","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
      const { code, stdout } = await filter(`${deep}\n{"id":"a"}`, '--on-error', 'pass');
      expect([code, stdout.split('\n').map((line) => line.length)]).toEqual([0, [deep.length, expect.any(Number), 0]]);
      expect(await filter(deep)).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/error: line 1 /) as string,
      });
    });
  });

  it('keeps characters whole that two chunks share', async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `模型${i}`);
    const bytes = Buffer.from(names.map((id) => `${JSON.stringify({ id })}\n`).join(''));
    const chunks = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, i) =>
      bytes.subarray(i * 1000, (i + 1) * 1000),
    );
    expect(idsOf((await filter(Readable.from(chunks))).stdout)).toEqual(names);
  });

  it('says that stdin cannot be read', async () => {
    const stdin = new Readable({
      read() {
        this.destroy(Object.assign(new Error('broken'), { code: 'EIO', syscall: 'read' }));
      },
    });
    expect(await filter(stdin)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^0 lines .*\nerror: stdin can't be read \(EIO\)\n$/) as string,
    });
  });

  it('ends when it is told to, and reads no further', async () => {
    const stop = new Subject<void>();
    const stdin = new PassThrough();
    stdin.write('{"id":"a"}\n');
    const ended = commandLine(['enrich-pricing', '--stdin', '--offline'], { input: stdin, stop });
    await expect.poll(() => stdin.readableLength, { timeout: 30_000 }).toBe(0);
    stop.next();
    expect(await ended).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^1 line read: 1 enriched, .*\n$/) as string,
    });
    expect(stdin.destroyed).toBe(true);
  });

  it('does not take a price list that failed for one that knows no model', async () => {
    const broken = await localServer((_, response) => response.writeHead(404).end());
    const args = ['enrich-pricing', '--stdin', '--mirror', broken.url];
    const line = { input: '{"id":"gpt-4o","provider":"openai"}' };
    expect(await commandLine([...args, '--live'], line)).toMatchObject({
      ...{ code: 1, stdout: '', stderr: expect.stringMatching(/^error: there is no price list .*404/) as string },
    });
    // Nor for a line that can be dropped.
    expect(await commandLine([...args, '--live', '--on-error', 'drop'], line)).toMatchObject({ code: 1, stdout: '' });
    // A recording stands in.
    expect(linesOf((await commandLine(args, line)).stdout)).toMatchObject([{ cost: { input: 0.0025 } }]);
  });
});
