import type { Written } from '../../sinks/sink.js';
import type { Surroundings } from '../command.js';
import type { Options } from '../options.js';

/** What a run that the user broke off has left, in a line on stderr. */
export function showInterrupted(
  files: readonly Written[],
  { out = 'data', stdout }: Options,
  { stderr }: Pick<Surroundings, 'stderr'>,
): void {
  if (stdout !== undefined) {
    stderr.write('\nInterrupted: what went to stdout is a part, nothing else was written.\n');
    return;
  }
  const written = files.length === 0 ? 'nothing was written' : `${count(files.length)} written to ${out}`;
  stderr.write(`\nInterrupted: ${written}, the manifest is that of the last whole run.\n`);
}

const count = (files: number): string => (files === 1 ? '1 file was' : `${files} files were`);
