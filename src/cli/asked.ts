import { type AskedBook, askedBook } from '../book/askedBook.js';
import { partOf, type SettledPart } from '../book/settledPart.js';
import type { ProviderFile } from '../model/providerFile.js';
import { openOnHand } from '../store/onHand.js';
import type { WrittenTable } from '../store/writtenTable.js';
import type { Surroundings } from './command.js';
import { type KnownProviders, knownProviders } from './knownProviders.js';
import { modeOf } from './networkMode.js';
import type { Options } from './options.js';

/** A price book to ask for single offers, and the providers that a name may mean. */
export interface Asked {
  readonly book: AskedBook;
  readonly known: KnownProviders;
  /** Whether there is a table that answers. */
  readonly hasTable: boolean;
}

/**
 * The price book that answers by the table of the output folder, or by the shipped one where no run wrote any; what these
 * don't answer, and all where the options want it settled in another way, it settles anew. `read` reads a part of the table.
 */
export async function askedFor(
  options: Options,
  surroundings: Pick<Surroundings, 'env'>,
  read: ReadPart = wholePart,
): Promise<Asked> {
  modeOf(options);
  const { out = 'data' } = options;
  const table = isSettledAnew(options) ? undefined : await tableOf(out);
  return {
    hasTable: table !== undefined,
    book: askedBook({
      part: async (provider) => ((await table?.isOfRaw(provider)) ? table?.part(provider, read) : undefined),
      words: table?.words,
      open: async () => {
        const { openBookFor } = await import('./bookFor.js');
        return openBookFor(options, async () => (await import('./networks.js')).networksOf(options, surroundings));
      },
    }),
    known: knownIn(table?.providers ?? [], surroundings),
  };
}

/** Reads a provider's part of a table from the JSON of its file, which is its own to change. */
type ReadPart = (json: Buffer) => SettledPart;

/** The quickest for few questions; `partIn` takes less memory. */
const wholePart: ReadPart = (json) => partOf(JSON.parse(json.toString('utf8')) as ProviderFile);

/** The providers that a name may mean, those of a table at once. */
export const knownIn = (ids: Iterable<string>, surroundings: Pick<Surroundings, 'env'>): KnownProviders =>
  knownProviders(ids, async () => (await import('./providers.js')).allProviders(surroundings));

/** Whether the options want prices that a run without them did not settle. */
const isSettledAnew = ({ live, prices, minConfidence, acceptShrink, acceptJump }: Options): boolean =>
  [live, prices, minConfidence, acceptShrink, acceptJump].some((option) => option !== undefined);

/** What is on hand, where it is settled as it would be today. */
async function tableOf(out: string): Promise<WrittenTable | undefined> {
  const onHand = await openOnHand(out);
  return onHand && (await isOfToday(onHand)) ? onHand : undefined;
}

/** Whether a run settled prices as they are settled where nobody wants it otherwise, by the corrections that there are now. */
const isOfToday = async ({ options, isOfOverrides }: WrittenTable): Promise<boolean> =>
  options['prices'] === undefined && options['minConfidence'] === undefined && (await isOfOverrides());
