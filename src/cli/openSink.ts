import type { PipelineOptions } from '../pipeline.js';
import { nowhere } from '../sinks/nowhere.js';
import { offerLines } from '../sinks/offerLines.js';
import { type Kind, providerFiles } from '../sinks/providerFiles.js';
import type { Surroundings } from './command.js';
import type { Options } from './options.js';

/** Where the models go: JSON lines on stdout, nowhere in a dry run, else files. */
export function openSink(
  { stdout: kind, dryRun, out = 'data' }: Options,
  { stdout }: Pick<Surroundings, 'stdout'>,
  kinds: readonly Kind[],
): NonNullable<PipelineOptions['sink']> {
  if (kind !== undefined) {
    const lines = offerLines(stdout, kind === true ? (kinds.at(-1) ?? 'raw') : kind);
    return () => lines;
  }
  return dryRun ? () => nowhere : (source) => providerFiles(out, source, kinds);
}
