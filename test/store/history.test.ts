import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../src/store/history.js';
import { aLine } from '../history/builders.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';

const head = { schemaVersion: 2, month: '2026-11', previous: null };
const text = (...lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = await temporaryFolder();
  await mkdir(join(dir, 'history'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, 'history', name), content);
  return dir;
}

describe('reading a history', () => {
  it('is empty where there is none', async () => {
    expect(await readHistory(await temporaryFolder())).toEqual({ head: null, text: '', lines: [] });
  });

  it('gives the lines of its files, and takes no other file for one of them', async () => {
    const dir = await folderWith({ 'prices.jsonl': text(head, aLine()), 'prices-2026-10.jsonl': 'left by a dead run' });
    expect((await readHistory(dir)).lines).toEqual([aLine()]);
  });

  it('names the line that is damaged', async () => {
    const dir = await folderWith({ 'prices.jsonl': text(head, aLine()) + '{"line":2' });
    await expect(readHistory(dir)).rejects.toThrow(/prices\.jsonl, line 3 is damaged/);
  });

  it.each([
    ['changed', text(head, aLine({ usd: 9 }))],
    ['gone', undefined],
  ])('says that a closed month was %s', async (_, closed) => {
    const previous = { file: 'prices-2026-10.jsonl', sha256: 'of other bytes' };
    const dir = await folderWith({
      'prices.jsonl': text({ ...head, previous }, aLine()),
      ...(closed !== undefined && { 'prices-2026-10.jsonl': closed }),
    });
    await expect(readHistory(dir)).rejects.toThrow(/prices-2026-10\.jsonl is not the file that the next month closed/);
  });
});
