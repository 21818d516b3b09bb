import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { basisOf } from '../../src/repeat/basis.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';

it('is the same when the same program is built again, and another where it is another program', async () => {
  const built = await temporaryFolder();
  const main = join(built, 'cli/main.js');
  const build = async (program: string, at: Date) => {
    await mkdir(join(built, 'cli'), { recursive: true });
    await writeFile(main, program);
    await writeFile(join(built, `cli/part-${at.getTime()}.js`), 'of an earlier build');
    await utimes(main, at, at);
    return basisOf(built);
  };
  const [first, again, other] = [
    await build("import './part-A.js';", new Date('2026-11-01')),
    await build("import './part-A.js';", new Date('2026-11-02')),
    await build("import './part-B.js';", new Date('2026-11-03')),
  ];
  expect(again).toBe(first);
  expect(other).not.toBe(first);
  expect(await basisOf(join(built, 'nowhere'))).not.toBe(first);
});
