import { join } from 'node:path';
import { openBook, type PriceBook } from '../book/priceBook.js';
import type { Networks } from '../read/networks.js';
import type { OpenCourt } from '../settle/court.js';
import type { Overrides } from '../settle/overrides.js';
import { overridesPath } from '../store/paths.js';
import { readIfThere } from '../store/readIfThere.js';
import { openRegistry } from '../store/registry.js';
import { openTableLazily } from '../store/lazyTable.js';
import type { Options } from './options.js';
import { writtenCourt } from './writtenCourt.js';

/**
 * The price book of the output folder, its overrides too, or of the recordings; with --prices of the lists that it names alone.
 * What reads lists and providers is loaded, and the networks are opened, where a run did not leave what they would be read for.
 */
export async function openBookFor(options: Options, networks: () => Promise<Networks>): Promise<PriceBook> {
  const { out = 'data', prices, minConfidence } = options;
  const overrides = prices === undefined ? await overridesIn(out) : undefined;
  const court = { ...(await openLists(options, networks)), overrides };
  const whole = async () => (await import('./knownTable.js')).knownTable(out, await networks());
  const table = prices === undefined ? await openTableLazily(out, whole) : () => Promise.resolve(undefined);
  return openBook({ court, table, identify: (await openRegistry()).identify, minConfidence });
}

async function openLists(options: Options, networks: () => Promise<Networks>): Promise<OpenCourt> {
  const { out = 'data' } = options;
  const written = isAskedAnew(options) ? undefined : await writtenCourt(out);
  return written ?? (await import('./lists.js')).readLists(options, await networks());
}

/** Whether lists are to be asked where they are published, whatever a run made of them before. */
const isAskedAnew = ({ live, mirror, prices, acceptShrink }: Options): boolean =>
  [live, mirror, prices, acceptShrink].some((option) => option !== undefined);

/** Mostly there are none, and what reads them need not be loaded. */
const overridesIn = async (out: string): Promise<Overrides | undefined> =>
  (await readIfThere(join(out, overridesPath))) === undefined
    ? undefined
    : (await import('../store/overrides.js')).readOverrides(out);
