import { tell } from '../tell.js';
import type { Written } from '../../sinks/sink.js';
import type { Surroundings } from '../command.js';
import type { Options } from '../options.js';
import { wrapped } from './wrapped.js';

/** What a run that the user broke off has left, on stderr, in lines that the terminal has room for. */
export function showInterrupted(
  files: readonly Written[],
  { out = 'data', stdout }: Options,
  { stderr }: Pick<Surroundings, 'stderr'>,
): void {
  const written = files.length === 0 ? 'nothing was written' : `${count(files.length)} written to ${out}`;
  const says =
    stdout === undefined
      ? `Interrupted: ${written}, the manifest is that of the last whole run.`
      : 'Interrupted: what went to stdout is a part, nothing else was written.';
  tell(stderr, '', ...wrapped(says, stderr.columns || Infinity, '  '));
}

const count = (files: number): string => (files === 1 ? '1 file was' : `${files} files were`);
