import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { holdsModels, openOutFolder } from '../../src/store/outFolder.js';
import { filesIn, temporaryFolder } from '../sinks/temporaryFolder.js';
import { folderWith } from './folderWith.js';

describe('the output folder', () => {
  it('is made where it is not there, with those above it', async () => {
    const dir = await temporaryFolder();
    await openOutFolder(join(dir, 'a', 'b'));
    expect((await stat(join(dir, 'a', 'b'))).isDirectory()).toBe(true);
  });

  it('stays as it is where it is there', async () => {
    const dir = await folderWith({ 'a/x': 'text' });
    await openOutFolder(join(dir, 'a'));
    expect(await filesIn(dir)).toEqual(['a/x']);
  });

  it('can be no file', async () => {
    const dir = await folderWith({ x: '' });
    await expect(openOutFolder(join(dir, 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(openOutFolder(join(dir, 'x', 'y'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it.skipIf(process.getuid?.() === 0)('must let itself be written to', async () => {
    const dir = await temporaryFolder();
    await chmod(dir, 0o500);
    onTestFinished(() => chmod(dir, 0o700));
    await expect(openOutFolder(dir)).rejects.toMatchObject({ code: 'EACCES' });
    await expect(openOutFolder(join(dir, 'a'))).rejects.toMatchObject({ code: 'EACCES' });
  });

  it.skipIf(process.platform !== 'linux')('fails at once on a file system that takes no folders', () =>
    expect(openOutFolder('/proc/ratecard/data')).rejects.toMatchObject({ syscall: 'mkdir' }),
  );
});

describe('models in the output folder', () => {
  it('are there once a run has left some', async () => {
    expect(await holdsModels(await folderWith({ 'providers/acme.json': {} }))).toBe(true);
  });

  it.each([
    ['there is no such folder', {}],
    ['only joined ones are there', { 'providers-enriched/acme.json': {} }],
    ['a file has its name', { providers: 'text' }],
  ])('are not there where %s', async (_, files) => expect(await holdsModels(await folderWith(files))).toBe(false));
});
