import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withBytes } from '../../src/store/withBytes.js';
import { folderWith } from './folderWith.js';

it('gives each file whole, whatever the one before was', async () => {
  const texts = { a: 'x'.repeat(100_000), b: 'short', c: '', d: 'y'.repeat(200_001) };
  const out = await folderWith(texts);
  for (const name of ['a', 'b', 'c', 'd', 'b'] as const)
    expect(withBytes(join(out, name), (bytes) => bytes.toString())).toBe(texts[name]);
});

it('gives nothing of a file that is not there, or is none', async () => {
  const out = await folderWith({});
  for (const path of [join(out, 'x'), out]) expect(withBytes(path, () => true)).toBeUndefined();
});

it('passes on what goes wrong with the bytes', async () => {
  const out = await folderWith({ a: 'x' });
  expect(() => withBytes(join(out, 'a'), () => JSON.parse('{') as unknown)).toThrow(SyntaxError);
});
