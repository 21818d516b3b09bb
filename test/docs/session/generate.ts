import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram } from '../../../buildProgram.js';
import { hasScript } from '../../cli/onTerminal.js';
import { writePage } from '../pages.js';
import { recordSession, runOnTerminal, sessionPath } from './recordSession.js';

if (hasScript) {
  await buildProgram();
  const folder = await mkdtemp(join(tmpdir(), 'ratecard-session-'));
  const svg = await recordSession(folder, await runOnTerminal(folder));
  await rm(folder, { recursive: true });
  writePage(sessionPath, svg);
} else process.stderr.write(`${sessionPath} stays as it is: it takes a terminal, by the script of util-linux\n`);
