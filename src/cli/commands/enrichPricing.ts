import { of, throwError } from 'rxjs';
import type { ProviderFile } from '../../model/providerFile.js';
import { UnreadError } from '../../read/unreadError.js';
import { defineSource, type Source } from '../../sources/define.js';
import { readDownloaded } from '../../store/downloaded.js';
import { holdsModels } from '../../store/outFolder.js';
import { folders } from '../../store/paths.js';
import { fromProviderFile } from '../../store/fromFile.js';
import { chooseSources } from '../chooseSources.js';
import type { Surroundings } from '../command.js';
import { execute } from '../execute.js';
import { Failure, usageError } from '../failure.js';
import { holding } from '../holding.js';
import { listsOf } from '../lists.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';

/** Settles the prices of the downloaded models; gives the exit code. The folder is held from before its files are read, or another run might write newer ones that these prices would miss. */
export async function enrichFolder(options: Options, surroundings: Surroundings): Promise<number> {
  const { out = 'data', dryRun, stdout, onError } = options;
  if (onError !== undefined) throw usageError('--on-error says what to do with lines of --stdin: add --stdin');
  const isHeld = dryRun !== true && stdout === undefined && (await holdsModels(out));
  const enrich = () => enrichFiles(options, surroundings, isHeld);
  return isHeld ? holding(out, options, surroundings, enrich) : enrich();
}

async function enrichFiles(options: Options, surroundings: Surroundings, isHeld: boolean): Promise<number> {
  const { out = 'data', provider: names } = options;
  const opened = networksOf(options, surroundings);
  const files = await readDownloaded(out);
  if (files.size === 0) throw new Failure(`${out}/${folders.raw} holds no models: run \`ratecard download\` first`, 1);
  const known = [...files].map(([id, file]) =>
    sourceOf('fault' in file ? { id, name: id, kind: null, docs: '', env: [] } : file.provider),
  );
  const sources = names ? chooseSources(names, known) : known;
  const { lists, networks } = await listsOf(options, opened);
  const read = ({ id }: Source) => {
    const file = files.get(id);
    return file && !('fault' in file)
      ? of(fromProviderFile(file))
      : throwError(() => new UnreadError(file ? [file.fault] : []));
  };
  return execute({ networks, lists, sources, read, isHeld, datasets: ['enriched'] }, options, surroundings);
}

/** A source of which nothing is known but what its file says: there is nothing to fetch. */
const sourceOf = ({ kind, ...provider }: ProviderFile['provider']): Source =>
  defineSource({ ...provider, providerKind: kind, unit: '', evidence: 'catalog', endpoints: [] });
