import { lastValueFrom } from 'rxjs';
import type { Model } from '../../src/model/model.js';
import { settlePrices } from '../../src/pipeline.js';
import { openNetworks } from '../../src/read/networks.js';
import { openRegistry } from '../../src/store/registry.js';
import { isAgreed, isComparable } from '../../src/settle/agreement.js';
import { hear } from '../../src/settle/collect.js';
import type { OpenCourt } from '../../src/settle/court.js';
import type { Prices } from '../../src/settle/law.js';
import { testify, type Witness } from '../../src/settle/testify.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { enrichedRun } from '../contract/enrichedRun.js';
import { recordingsDir } from '../sources/harness.js';

/** An offer whose provider states its price, and what all others say of it. */
export interface Sample {
  readonly provider: string;
  readonly id: string;
  /** ISO day of the page that states it. */
  readonly day: string;
  /** The provider's own price, by the laws. */
  readonly truth: Prices;
  /** Who else speaks for it, the provider's own pages left out. */
  readonly others: readonly Witness[];
}

/** Whether a witness says what the provider says; null where it speaks of other things. */
export const isRight = ({ cost }: Pick<Witness, 'cost'>, { truth }: Sample): boolean | null =>
  isComparable(cost, truth) ? isAgreed(cost, truth) : null;

/** The recorded price lists, ready to settle prices by. */
export const recordedCourt = async (): Promise<OpenCourt> => {
  const { modelOf } = await openRegistry();
  const { network } = openNetworks({ mode: 'offline', env: {}, recordingsDir });
  return lastValueFrom(settlePrices(priceLists, { network, modelOf }).court);
};

/** Every offer of the recordings that its provider prices, with what the others say. */
export async function recordedSamples(court: OpenCourt): Promise<Sample[]> {
  const run = await enrichedRun();
  return run.flatMap(({ model, sources }) => {
    const day = sources[model.pricing.evidence?.endpoint ?? '']?.fetchedAt.slice(0, 10) ?? '';
    return sampleOf(model, court).map((sample) => ({ ...sample, day }));
  });
}

function sampleOf(model: Model, { lists, peers }: OpenCourt): Omit<Sample, 'day'>[] {
  const { provider, id, cost, tiers, pricing, quotes = [] } = model;
  if (pricing.source !== 'provider' || pricing.status !== 'priced' || pricing.evidence === null) return [];
  const stating = { match: null, mode: null, kind: null, doubt: null };
  const own = { ...stating, witness: 'provider', evidence: pricing.evidence, cost, tiers };
  const heard = lists.map((list) => hear(list, model)).filter((answer) => typeof answer !== 'string');
  const said = quotes.filter(({ witness }) => witness !== 'provider').map((quote) => ({ ...quote, ...stating }));
  const [first, ...others] = testify([own, ...said, ...heard], model, { peers, sibling: () => undefined });
  return first?.isUsable
    ? [{ provider, id, truth: first.cost, others: others.filter(({ isUsable }) => isUsable) }]
    : [];
}
