import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIfThere } from '../../src/store/readIfThere.js';
import { folderWith } from './folderWith.js';

describe('a file that may be there', () => {
  it('is its text', async () => expect(await readIfThere(join(await folderWith({ x: 'é\n' }), 'x'))).toBe('é\n'));

  it('is nothing where there is none, nor a folder for it', async () => {
    const dir = await folderWith({});
    expect(await readIfThere(join(dir, 'x'))).toBeUndefined();
    expect(await readIfThere(join(dir, 'y', 'x'))).toBeUndefined();
    expect(await readIfThere(join(await folderWith({ 'x/y': '' }), 'x', 'y', 'z'))).toBeUndefined();
  });

  it('is the error of the file system where it can not be read', async () => {
    const dir = await folderWith({ 'x/y': '' });
    await expect(readIfThere(join(dir, 'x'))).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
