import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Verified } from '../../../src/verify/difference.js';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';
import { runOffline } from '../../verify/world.js';
import { commandLine } from '../ratecard.js';

it('verify says what agrees, and ends with 1 where something does not', async () => {
  const out = await temporaryFolder();
  await runOffline(out);
  const well = await commandLine(['verify', '--out', out]);
  expect(well).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^[\d,]+ numbers in \d+ files of .*: all agree\.\n$/) as string,
  });

  await writeFile(join(out, 'prices/helicone.json'), '{}');
  const { stdout, code } = await commandLine(['verify', '--out', out, '--json']);
  expect(code).toBe(1);
  expect((JSON.parse(stdout) as Verified).differences[0]?.file).toBe('prices/helicone.json');
});

it('verify says of a folder without a run that there is none', async () => {
  expect(await commandLine(['verify', '--out', await temporaryFolder()])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('run.json: is not there: no run came to its end') as string,
  });
});
