import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prettyJson, writeAtomically } from '../../src/sinks/writeAtomically.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

describe('writeAtomically', () => {
  it('writes the file and the folders it needs, and gives its path and the hash of its bytes', async () => {
    const dir = await temporaryFolder();
    const text = 'naïve ✓\n';
    const written = await writeAtomically(dir, 'a/b/c.json', text);
    const bytes = await readFile(join(dir, 'a/b/c.json'));
    expect(bytes.toString('utf8')).toBe(text);
    expect(written).toEqual({ path: 'a/b/c.json', sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(await filesIn(dir)).toEqual(['a/b/c.json']);
  });

  it('cuts no character in two, however long the text', async () => {
    const dir = await temporaryFolder();
    const texts = [2 ** 20 - 2, 2 ** 20 - 1, 2 ** 20, 2 ** 21 - 1].map((length) => `${'x'.repeat(length)}😀`.repeat(2));
    for (const text of ['', ...texts]) {
      const { sha256 } = await writeAtomically(dir, 'a.json', text);
      const bytes = await readFile(join(dir, 'a.json'));
      expect(bytes.equals(Buffer.from(text))).toBe(true);
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('replaces a longer file whole', async () => {
    const dir = await temporaryFolder();
    await writeAtomically(dir, 'a.json', 'x'.repeat(1_000));
    await writeAtomically(dir, 'a.json', 'short');
    expect(await readText(dir, 'a.json')).toBe('short');
  });

  it('shows the old file or the new one, never a part, to whoever reads meanwhile', async () => {
    const dir = await temporaryFolder();
    const texts = ['a', 'b'].map((letter) => letter.repeat(500_000));
    await writeAtomically(dir, 'a.json', texts[0]!);
    const seen = new Set<string>();
    const writes = Array.from({ length: 10 }, (_, i) => texts[i % 2]!);
    const writing = writes.reduce(
      (before, text) => before.then(() => writeAtomically(dir, 'a.json', text)),
      Promise.resolve<unknown>(undefined),
    );
    for (let i = 0; i < 100; i++) seen.add(await readText(dir, 'a.json'));
    await writing;
    expect([...seen].every((text) => texts.includes(text))).toBe(true);
  });

  it('rejects with the error of the file system and leaves no temporary file', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'taken.json'));
    await expect(writeAtomically(dir, 'taken.json', 'text')).rejects.toMatchObject({ syscall: 'rename' });
    expect(await filesIn(dir)).toEqual([]);
  });

  it('leaves the old file as it was where it fails', async () => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, 'file'), 'old');
    await expect(writeAtomically(dir, 'file/a.json', 'text')).rejects.toMatchObject({ syscall: 'mkdir' });
    await expect(writeAtomically(dir, 'file', Symbol('no text') as unknown as string)).rejects.toThrow();
    expect(await readText(dir, 'file')).toBe('old');
    expect(await filesIn(dir)).toEqual(['file']);
  });
});

describe('prettyJson', () => {
  it('is as people read a diff of it', () =>
    expect(prettyJson({ b: [1], a: null })).toBe('{\n  "b": [\n    1\n  ],\n  "a": null\n}\n'));
});
