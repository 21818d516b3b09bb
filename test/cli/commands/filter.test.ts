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
    expect([code, stderr]).toEqual([0, '']);
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
    expect([code, stderr]).toEqual([
      1,
      'error: line 4 of stdin is not a JSON object: each line holds one model record\n',
    ]);
    expect(idsOf(stdout)).toEqual(['a', 'b']);
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
    expect(await filter(stdin)).toEqual({ code: 1, stdout: '', stderr: "error: stdin can't be read (EIO)\n" });
  });

  it('ends when it is told to, and reads no further', async () => {
    const stop = new Subject<void>();
    const stdin = new PassThrough();
    stdin.write('{"id":"a"}\n');
    const ended = commandLine(['enrich-pricing', '--stdin', '--offline'], { input: stdin, stop });
    await expect.poll(() => stdin.readableLength, { timeout: 30_000 }).toBe(0);
    stop.next();
    expect(await ended).toMatchObject({ stderr: '' });
    expect(stdin.destroyed).toBe(true);
  });

  it('does not take a price list that failed for one that knows no model', async () => {
    const broken = await localServer((_, response) => response.writeHead(404).end());
    const args = ['enrich-pricing', '--stdin', '--mirror', broken.url];
    const line = { input: '{"id":"gpt-4o","provider":"openai"}' };
    expect(await commandLine([...args, '--live'], line)).toMatchObject({
      ...{ code: 1, stdout: '', stderr: expect.stringMatching(/^error: there is no price list .*404/) as string },
    });
    // A recording stands in.
    expect(linesOf((await commandLine(args, line)).stdout)).toMatchObject([{ cost: { input: 0.0025 } }]);
  });
});
