import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasOverrides } from '../../src/store/hasOverrides.js';
import { overridesPath } from '../../src/store/paths.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { folderWith } from './folderWith.js';

describe('a folder has corrections', () => {
  it('where there is a file of them', async () =>
    expect(await hasOverrides(await folderWith({ [overridesPath]: '' }))).toBe(true));

  it('where something of that name is no file, for whoever reads it to say so', async () => {
    const out = await temporaryFolder();
    await mkdir(join(out, overridesPath));
    expect(await hasOverrides(out)).toBe(true);
  });

  it('where what is there can not be looked at', async () => {
    const out = await temporaryFolder();
    await symlink(overridesPath, join(out, overridesPath));
    expect(await hasOverrides(out)).toBe(true);
  });

  it('and has none where there is no such file, or no such folder', async () => {
    const out = await temporaryFolder();
    expect(await hasOverrides(out)).toBe(false);
    expect(await hasOverrides(join(out, 'none'))).toBe(false);
  });
});
