import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAs } from '../../src/store/readAs.js';
import { folderWith } from './folderWith.js';

const schema = z.strictObject({ a: z.number() });

describe('a file read as a form', () => {
  it('is what it holds', async () =>
    expect(await readAs(schema, await folderWith({ 'x.json': '{"a": 1}' }), 'x.json')).toEqual({ a: 1 }));

  it.each([
    ['is cut off', '{"a": 1'],
    ['is empty', ''],
    ['another version wrote', '{"a": 1, "b": 2}'],
    ['holds something else', '[]'],
  ])('is unknown where it %s', async (_, text) =>
    expect(await readAs(schema, await folderWith({ 'x.json': text }), 'x.json')).toBeUndefined(),
  );

  it('is unknown where there is none, or a folder in its place', async () => {
    const dir = await folderWith({ 'y/x.json': '{"a": 1}' });
    expect(await readAs(schema, dir, 'x.json')).toBeUndefined();
    expect(await readAs(schema, dir, 'y')).toBeUndefined();
    expect(await readAs(schema, dir, 'y', 'x.json')).toEqual({ a: 1 });
  });
});
