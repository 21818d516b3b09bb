import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSystemError, sayingOf } from '../../src/sinks/systemError.js';
import { writeAtomically } from '../../src/sinks/writeAtomically.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';

const errorOf = async (work: Promise<unknown>): Promise<NodeJS.ErrnoException> => {
  const error: unknown = await work.catch((caught: unknown) => caught);
  expect(isSystemError(error)).toBe(true);
  return error as NodeJS.ErrnoException;
};

describe('an error of the file system', () => {
  it('names the file that could not be put into place, and what to do', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'run.json'));
    const says = sayingOf(await errorOf(writeAtomically(dir, 'run.json', '{}')));
    expect(says).toBe(
      `EISDIR: ${dir}/run.json: a folder has the name of a file: move it away, or choose another folder with --out`,
    );
  });

  it('names a file where a folder should be', async () => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, 'providers'), '');
    expect(sayingOf(await errorOf(writeAtomically(dir, 'providers/acme.json', '{}')))).toMatch(
      /^(ENOTDIR|EEXIST): .*providers.*: (a file|something else) has .*--out$/,
    );
  });

  it.each(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EMFILE', 'ELOOP', 'EIO'])(
    '%s is one line with a next step',
    (code) => {
      const error = Object.assign(new Error(`${code}: no`), { code, syscall: 'open', path: '/data/run.json.77.tmp' });
      expect(sayingOf(error)).toMatch(new RegExp(`^${code}: /data/run\\.json: [^\n]+: [^\n]+$`));
    },
  );

  it('that nobody foresaw is told as it is, in one line', () => {
    const error = Object.assign(new Error('EXYZ: odd,\n thing'), { code: 'EXYZ', syscall: 'open' });
    expect(sayingOf(error)).toBe('EXYZ: odd, thing');
  });

  it('is not every error', async () => {
    expect([new Error('x'), 'x', undefined].map(isSystemError)).toEqual([false, false, false]);
    expect(isSystemError(await readFile('/no/such').catch((error: unknown) => error))).toBe(true);
  });

  it('of a full disk says so, also where the system names no file', async () => {
    // The one place of Linux where every write finds the disk full.
    const file = await open('/dev/full', 'w');
    const says = sayingOf(await errorOf(file.writeFile('x')));
    await file.close();
    expect(says).toMatch(/^ENOSPC: .*the disk is full: make room/);
  });
});
