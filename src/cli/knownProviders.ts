import type { Source } from '../sources/define.js';
import { usageError } from './failure.js';
import { plainName } from './plainName.js';

/** The providers that a name may mean. */
export interface KnownProviders {
  /** The id of the provider of that name in any spelling; undefined where there is none. */
  readonly idOf: (name: string) => Promise<string | undefined>;
  /** All: to read them takes longer than to answer for one. */
  readonly all: () => Promise<readonly Source[]>;
}

/** Providers of which some are known by their ids before all are read by `read`, at most once. */
export function knownProviders(ids: Iterable<string>, read: () => Promise<readonly Source[]>): KnownProviders {
  const byName = new Map([...ids].reverse().map((id) => [plainName(id), id]));
  let sources: Promise<readonly Source[]> | undefined;
  const all = () => (sources ??= read());
  return {
    all,
    idOf: async (name) =>
      byName.get(plainName(name)) ?? (await import('./chooseSources.js')).sourceNamed(name, await all())?.id,
  };
}

/** The id of the provider of that name. Throws for a name that nobody has. */
export async function needed(name: string, known: KnownProviders): Promise<string> {
  const id = await known.idOf(name);
  if (id !== undefined) return id;
  const { noProvider } = await import('./chooseSources.js');
  throw usageError(noProvider(name, await known.all()));
}
