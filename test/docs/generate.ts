import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blocks, cutLike } from './blocks.js';
import { page, pagePaths, writePage } from './pages.js';
import { withParts } from './parts.js';
import { openShell } from './shell.js';
import { withTable } from './tableParts.js';

for (const path of pagePaths) writePage(path, await withParts(path, page(path)));

/** Runs all blocks as the test does, and writes what the commands say now in place of what is shown. */
const folder = await mkdtemp(join(tmpdir(), 'ratecard-docs-'));
const shell = await openShell(folder);
for (const { path, steps } of blocks) {
  for (const { command, shown, unless } of steps) {
    if (unless !== undefined) continue;
    const { code, stdout, stderr } = await shell.run(command);
    if (code !== 0) process.stderr.write(`${path}: ${command}: exit ${code}: ${stderr}\n`);
    if (shown === undefined) continue;
    const now = cutLike(shown, `${stdout}${stderr}`);
    writePage(
      path,
      page(path).replace([`$ ${command}`, ...shown].join('\n'), () => [`$ ${command}`, ...now].join('\n')),
    );
  }
}
writePage('README.md', await withTable(page('README.md'), join(folder, 'data')));
await shell.close();
await rm(folder, { recursive: true });
