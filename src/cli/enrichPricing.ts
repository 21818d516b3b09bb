import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { of, throwError } from 'rxjs';
import type { ProviderFile } from '../model/providerFile.js';
import { ChainError } from '../operators/readSource.js';
import { fromFile } from '../operators/standIn.js';
import { folders } from '../sinks/providerFiles.js';
import { readEarlier } from '../sinks/earlier.js';
import type { Source } from '../sources/source.js';
import { chooseSources } from './chooseSources.js';
import type { Command, Surroundings } from './command.js';
import { enrichLines } from './enrichLines.js';
import { execute } from './execute.js';
import { Failure, usageError } from './failure.js';
import type { Options } from './options.js';
import { checkOutFolder } from './outFolder.js';
import { openNetworks } from './settings.js';

export const enrichPricing: Command = {
  name: 'enrich-pricing',
  summary: 'join the downloaded models with the price list; with --stdin a filter of JSON lines',
  options: [
    ...(['provider', 'stdin', 'prices', 'minConfidence', 'offline', 'live', 'mirror', 'timeout', 'out'] as const),
    ...(['stdout', 'concurrency', 'acceptShrink', 'dryRun', 'strict', 'quiet'] as const),
  ],
  run: (options, surroundings) => {
    if (!options.stdin) return enrichFiles(options, surroundings);
    if (options.provider) throw usageError('--stdin takes records of any provider: leave out --provider');
    return enrichLines(options, surroundings);
  },
};

async function enrichFiles(options: Options, surroundings: Surroundings): Promise<number> {
  const { out = 'data', provider: names } = options;
  const networks = openNetworks(options, surroundings);
  const files = await readFiles(out);
  if (files.size === 0) throw new Failure(`${out}/${folders.raw} holds no models: run \`ratecard download\` first`, 1);
  await checkOutFolder(options);
  const known = [...files].map(([id, file]) => sourceOf(file?.provider ?? { id, name: id, docs: '', env: [] }));
  const sources = names ? chooseSources(names, known) : known;
  const read = ({ id }: Source) => {
    const file = files.get(id);
    return file ? of(fromFile(file)) : throwError(() => damaged(`${out}/${folders.raw}/${id}.json`));
  };
  const plan = { networks, sources, read, planned: sources.length, kinds: ['enriched'] as const, baselines: {} };
  return execute(plan, options, surroundings);
}

/** The downloaded files by provider; undefined for one that can't be read. A provider's file is the one of its name. */
async function readFiles(out: string): Promise<Map<string, ProviderFile | undefined>> {
  const names = await readdir(join(out, folders.raw)).catch(() => []);
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const files = await Promise.all(ids.sort().map(async (id) => [id, await readEarlier(out, id)] as const));
  const isOwn = ([id, file]: (typeof files)[number]) => file === undefined || file.provider.id === id;
  const ownLast = [...files.filter((entry) => !isOwn(entry)), ...files.filter(isOwn)];
  return new Map(ownLast.map(([id, file]) => [file?.provider.id ?? id, file]));
}

const damaged = (path: string): ChainError =>
  new ChainError([
    { link: 'file', error: `${path} is damaged or of another version: download it again`, retryAt: null },
  ]);

/** A source of which nothing is known but what its file says: there is nothing to fetch. */
const sourceOf = (provider: ProviderFile['provider']): Source => ({
  ...provider,
  unit: '',
  evidence: 'catalog',
  links: [],
});
