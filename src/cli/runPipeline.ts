import { catchError, concat, EMPTY, from, lastValueFrom, mergeMap, type Observable } from 'rxjs';
import type { Kind } from '../sinks/providerFiles.js';
import { readBaselines, readEarlier } from '../sinks/earlier.js';
import type { Source } from '../sources/source.js';
import { chooseSources } from './chooseSources.js';
import type { Surroundings } from './command.js';
import { execute } from './execute.js';
import type { Options } from './options.js';
import { checkOutFolder } from './outFolder.js';
import { knownSources, type Networks, newSources, openNetworks } from './settings.js';

/** Downloads what the options name, or everything, and writes `kinds`. Recordings alone owe nothing to earlier runs. */
export async function runPipeline(
  options: Options,
  surroundings: Surroundings,
  kinds: readonly Kind[],
): Promise<number> {
  const { out = 'data', provider: names, offline } = options;
  const networks = openNetworks(options, surroundings);
  const known = await lastValueFrom(knownSources(networks));
  const chosen = names ? chooseSources(names, known) : known;
  await checkOutFolder(options);

  const baselines = await readBaselines(out);
  const sources = names ? chosen : concat(from(chosen), found(networks, known));
  const earlier = async (id: string) => ({ output: await readEarlier(out, id), baseline: baselines[id] });
  const plan = { networks, kinds, baselines, sources, planned: chosen.length, ...(!offline && { earlier }) };
  return execute(plan, options, surroundings);
}

/** Providers that today's catalog has beyond those known; none where it can't be had. */
const found = (networks: Networks, known: readonly Source[]): Observable<Source> =>
  newSources(networks, known).pipe(
    mergeMap((sources) => from(sources)),
    catchError(() => EMPTY),
  );
