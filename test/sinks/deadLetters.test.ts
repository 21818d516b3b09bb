import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeadLetter } from '../../src/model/deadLetter.js';
import type { ProviderRun } from '../../src/model/run.js';
import { deadLetters } from '../../src/sinks/deadLetters.js';
import type { RunEnd, RunPlan } from '../../src/sinks/sink.js';
import { aLetter, completed, modelRead, rejected, started } from '../builders.js';
import { aListRun, anEnd, aPlan, aProviderRun, aSummary, opened } from './plan.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

const path = 'rejected.jsonl';
const of = (source: string, n: number, more: Partial<DeadLetter> = {}) => aLetter({ source, row: { n }, ...more });

/** The end of a run that read these providers and price lists, each with how that ended. */
const ended = (
  providers: Readonly<Record<string, ProviderRun['status']>>,
  prices: Readonly<Record<string, ProviderRun['status']>> = {},
): RunEnd => {
  const runs = <Run>(of: typeof providers, run: (status: ProviderRun['status']) => Run): Record<string, Run> =>
    Object.fromEntries(Object.entries(of).map(([id, status]) => [id, run(status)]));
  const summary = {
    providers: runs(providers, (status) => aProviderRun({ status })),
    prices: runs(prices, (status) => aListRun({ status })),
  };
  return anEnd({ summary: aSummary(summary) });
};

/** Leaves the letters of one run. */
async function leave(dir: string, letters: readonly DeadLetter[], end = anEnd(), plan: Partial<RunPlan> = {}) {
  const sink = opened(deadLetters, aPlan(dir, plan));
  for (const letter of letters) await sink.write([rejected(letter)]);
  return sink.commit(end);
}

const lettersIn = async (dir: string): Promise<unknown[]> =>
  (await readText(dir, path))
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

describe('the dead letters', () => {
  it('are a line each, left at the commit, and told with the hash of the bytes', async () => {
    const dir = await temporaryFolder();
    const sink = opened(deadLetters, aPlan(dir));
    await sink.write([started(), modelRead(), rejected(of('acme', 1)), completed()]);
    expect(await filesIn(dir)).toEqual([]);

    const written = await sink.commit(anEnd());
    const text = await readText(dir, path);
    expect(text).toBe(
      '{"source":"acme","kind":"provider","stage":"validate","reason":"id: not there","path":"id","row":{"n":1}}\n',
    );
    expect(written).toEqual([{ path, sha256: createHash('sha256').update(text).digest('hex') }]);
  });

  it('are sorted by source, those of each in the order of its rows', async () => {
    const dir = await temporaryFolder();
    await leave(dir, [of('beta', 1), of('acme', 2), of('beta', 3), of('acme', 4)]);
    expect(await lettersIn(dir)).toEqual([of('acme', 2), of('acme', 4), of('beta', 1), of('beta', 3)]);
  });

  it('tell a price list from a provider of the same id: its letters come first', async () => {
    const dir = await temporaryFolder();
    const price = of('acme', 3, { kind: 'prices' });
    await leave(dir, [of('acme', 1), price, of('acme', 2)]);
    expect(await lettersIn(dir)).toEqual([price, of('acme', 1), of('acme', 2)]);
  });

  it('are an empty file where no row was rejected', async () => {
    const dir = await temporaryFolder();
    await leave(dir, []);
    expect(await readText(dir, path)).toBe('');
  });

  it('have the same bytes whatever the order in which the sources ended', async () => {
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    const [acme, beta] = [
      [of('acme', 1), of('acme', 2)],
      [of('beta', 1), of('beta', 2)],
    ];
    await leave(one, [...acme, ...beta]);
    await leave(two, [beta[0]!, acme[0]!, beta[1]!, acme[1]!]);
    expect(await readText(two, path)).toBe(await readText(one, path));
  });
});

describe('the letters of an earlier run', () => {
  it.each(['fresh', 'unchanged', 'recording'] as const)('are dropped where the source was read: %s', async (status) => {
    const dir = await temporaryFolder();
    await leave(dir, [of('acme', 1)]);
    await leave(dir, [], ended({ acme: status }));
    expect(await lettersIn(dir)).toEqual([]);
  });

  it.each(['stale', 'failed', 'skipped'] as const)(
    'stay where what was read then still stands in: %s',
    async (status) => {
      const dir = await temporaryFolder();
      await leave(dir, [of('acme', 1)]);
      await leave(dir, [], ended({ acme: status }));
      expect(await lettersIn(dir)).toEqual([of('acme', 1)]);
    },
  );

  it('stay where the source was not read at all, in their place among the new ones', async () => {
    const dir = await temporaryFolder();
    await leave(dir, [of('acme', 1), of('beta', 2), of('kept', 3), of('poor', 4), of('zeta', 5)]);
    await leave(dir, [of('beta', 6)], ended({ acme: 'fresh', beta: 'unchanged', kept: 'stale', poor: 'failed' }));
    expect(await lettersIn(dir)).toEqual([of('beta', 6), of('kept', 3), of('poor', 4), of('zeta', 5)]);
  });

  it('of a price list stay while that is not read, whatever becomes of a provider of its name', async () => {
    const dir = await temporaryFolder();
    const price = of('acme', 1, { kind: 'prices' });
    await leave(dir, [price]);
    await leave(dir, [], ended({ acme: 'fresh' }));
    expect(await lettersIn(dir)).toEqual([price]);
    await leave(dir, [], ended({}, { acme: 'fresh' }));
    expect(await lettersIn(dir)).toEqual([]);
  });

  it('of a provider stay where the run has its models from their file, those of a price list go', async () => {
    const dir = await temporaryFolder();
    await leave(dir, [of('acme', 1), of('acme-prices', 2, { kind: 'prices' })]);
    const end = ended({ acme: 'fresh' }, { 'acme-prices': 'fresh' });
    await leave(dir, [of('acme-prices', 3, { kind: 'prices' })], end, { datasets: ['enriched'] });
    expect(await lettersIn(dir)).toEqual([of('acme', 1), of('acme-prices', 3, { kind: 'prices' })]);
  });

  it('of a provider stay where the run reads price lists alone', async () => {
    const dir = await temporaryFolder();
    await leave(dir, [of('acme', 1), of('acme-prices', 2, { kind: 'prices' })]);
    await leave(dir, [], ended({}, { 'acme-prices': 'fresh' }), { datasets: [] });
    expect(await lettersIn(dir)).toEqual([of('acme', 1)]);
  });

  it('are passed over where a line is none, such as one that was cut off', async () => {
    const dir = await temporaryFolder();
    await leave(dir, [of('acme', 1)]);
    const text = await readText(dir, path);
    await writeFile(join(dir, path), `{"source":"old version"}\n\n[]\n${text}{"half`);
    await leave(dir, [of('beta', 2)], ended({ beta: 'fresh' }));
    expect(await lettersIn(dir)).toEqual([of('acme', 1), of('beta', 2)]);
  });

  it('that can not be read end the run, rather than be lost', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, path));
    await expect(leave(dir, [])).rejects.toMatchObject({ code: 'EISDIR' });
  });
});

describe('an abort', () => {
  it('leaves no dead letters', async () => {
    const dir = await temporaryFolder();
    const sink = opened(deadLetters, aPlan(dir));
    await sink.write([rejected()]);
    expect(await sink.abort()).toEqual([]);
    expect(await filesIn(dir)).toEqual([]);
  });
});
