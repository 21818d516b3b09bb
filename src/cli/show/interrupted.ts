import { tell } from '../tell.js';
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
    tell(stderr, '', 'Interrupted: what went to stdout is a part, nothing else was written.');
    return;
  }
  const written = files.length === 0 ? 'nothing was written' : `${count(files.length)} written to ${out}`;
  tell(stderr, '', `Interrupted: ${written}, the manifest is that of the last whole run.`);
}

const count = (files: number): string => (files === 1 ? '1 file was' : `${files} files were`);
