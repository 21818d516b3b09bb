import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHistory } from '../../src/store/openHistory.js';
import { aLine, day, ms } from '../history/builders.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';

const head = { schemaVersion: 2, month: '2026-11', previous: null };
const text = (...lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

async function folderWith(content: string): Promise<string> {
  const dir = await temporaryFolder();
  await mkdir(join(dir, 'history'));
  await writeFile(join(dir, 'history/prices.jsonl'), content);
  return dir;
}

it('finds the lines of an offer, whatever its name, and of a version', async () => {
  const id = 'a "quoted" \\ \u{1f600} name';
  const moved = aLine({ line: 2, id, usd: 0.002, validFrom: day(5), change: 'change', run: day(5) });
  const dir = await folderWith(text(head, aLine({ id }), moved, aLine({ line: 3 })));
  const inputOf = async (asOf?: string) =>
    (await openHistory(dir, asOf === undefined ? undefined : new Date(asOf)))?.offer('acme', id)?.at(ms(9))?.cost.input;
  expect([await inputOf(), await inputOf(day(4))]).toEqual([0.002, 0.001]);
  expect((await openHistory(dir))?.offer('acme', 'other')).toBeUndefined();
});

it('is undefined where there is none', async () => expect(await openHistory(await temporaryFolder())).toBeUndefined());

it('names a damaged line once somebody asks for its offer', async () => {
  const history = await openHistory(await folderWith(text(head, aLine(), { ...aLine({ id: 'n' }), usd: 'dear' })));
  expect(history?.offer('acme', 'm')?.begins).toBe(ms(1));
  expect(() => history?.offer('acme', 'n')).toThrow(/prices\.jsonl, line 3 is damaged/);
});
