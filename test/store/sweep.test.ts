import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sweep } from '../../src/store/sweep.js';
import { filesIn } from '../sinks/temporaryFolder.js';
import { folderWith } from './folderWith.js';

it("removes what killed writers left, and nothing of anybody else's", async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  const [dead, alive] = [child.pid!, process.ppid];
  const kept = {
    [`run.json.${alive}.tmp`]: '',
    'mine.tmp': '',
    'notes.json.tmp': '',
    [`notes.${dead}.tmp`]: '',
    [`run.json.${dead}.tmp.bak`]: '',
    'run.json': '{}',
  };
  const left = {
    [`run.json.${dead}.tmp`]: '{"half',
    [`rejected.jsonl.${dead}.tmp`]: '',
    [`changes.xml.${dead}.tmp`]: '',
    [`providers/acme.json.${dead}.tmp`]: '',
    [`.lock.${dead}.tmp/holder.json`]: '{',
    [`providers/beta.json.${process.pid}.tmp`]: '',
    [`providers/old.json.${alive}.tmp`]: '',
    [`providers/future.json.${alive}.tmp`]: '',
  };
  const dir = await folderWith({ ...kept, ...left, [`deeper/still/acme.json.${dead}.tmp`]: '' });
  const [old, future] = [new Date(Date.now() - 2 * 3_600_000), new Date('2099-01-01')];
  await utimes(join(dir, `providers/old.json.${alive}.tmp`), old, old);
  await utimes(join(dir, `providers/future.json.${alive}.tmp`), future, future);
  expect(await sweep([dir, join(dir, 'providers'), join(dir, 'nowhere')])).toBe(Object.keys(left).length);
  expect(await filesIn(dir)).toEqual([...Object.keys(kept), `deeper/still/acme.json.${dead}.tmp`].sort());
});
