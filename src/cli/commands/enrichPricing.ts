import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { of, throwError } from 'rxjs';
import type { ProviderFile } from '../../model/providerFile.js';
import { UnreadError } from '../../read/readSource.js';
import { defineSource, type Source } from '../../sources/define.js';
import { folders, providerPath } from '../../store/paths.js';
import { fromProviderFile, readProviderFile } from '../../store/previous.js';
import { chooseSources } from '../chooseSources.js';
import type { Command, Surroundings } from '../command.js';
import { execute } from '../execute.js';
import { Failure, usageError } from '../failure.js';
import { listsOf } from '../lists.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { filterLines } from './filter.js';

export const enrichPricing: Command = {
  name: 'enrich-pricing',
  summary: 'settle the prices of the downloaded models; with --stdin a filter of JSON lines',
  options: [
    ...(['provider', 'stdin', 'prices', 'minConfidence', 'offline', 'live', 'mirror', 'timeout', 'out'] as const),
    ...(['stdout', 'concurrency', 'acceptShrink', 'dryRun', 'strict', 'quiet'] as const),
  ],
  run: (options, surroundings) => {
    if (!options.stdin) return enrichFiles(options, surroundings);
    if (options.provider) throw usageError('--stdin takes records of any provider: leave out --provider');
    return filterLines(options, surroundings);
  },
};

async function enrichFiles(options: Options, surroundings: Surroundings): Promise<number> {
  const { out = 'data', provider: names } = options;
  const opened = networksOf(options, surroundings);
  const files = await readFiles(out);
  if (files.size === 0) throw new Failure(`${out}/${folders.raw} holds no models: run \`ratecard download\` first`, 1);
  const known = [...files].map(([id, file]) => sourceOf(file?.provider ?? { id, name: id, docs: '', env: [] }));
  const sources = names ? chooseSources(names, known) : known;
  const { lists, networks } = await listsOf(options, opened);
  const read = ({ id }: Source) => {
    const file = files.get(id);
    return file ? of(fromProviderFile(file)) : throwError(() => damaged(`${out}/${providerPath('raw', id)}`));
  };
  return execute({ networks, lists, sources, read, datasets: ['enriched'] }, options, surroundings);
}

/** The downloaded files by provider; undefined for one that can't be read. A provider's file is the one of its name. */
async function readFiles(out: string): Promise<Map<string, ProviderFile | undefined>> {
  const names = await readdir(join(out, folders.raw)).catch(() => []);
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const files = await Promise.all(ids.sort().map(async (id) => [id, await readProviderFile(out, id)] as const));
  const isOwn = ([id, file]: (typeof files)[number]) => file === undefined || file.provider.id === id;
  const ownLast = [...files.filter((entry) => !isOwn(entry)), ...files.filter(isOwn)];
  return new Map(ownLast.map(([id, file]) => [file?.provider.id ?? id, file]));
}

const damaged = (path: string): UnreadError =>
  new UnreadError([
    {
      endpoint: 'file',
      request: null,
      url: path,
      kind: 'file',
      httpStatus: null,
      attempts: 1,
      retryAt: null,
      error: `${path} is damaged or of another version: download it again`,
    },
  ]);

/** A source of which nothing is known but what its file says: there is nothing to fetch. */
const sourceOf = (provider: ProviderFile['provider']): Source =>
  defineSource({ ...provider, unit: '', evidence: 'catalog', endpoints: [] });
