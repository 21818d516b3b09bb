import { labsBySpelling } from '../identity/data/labs.js';
import type { Model } from '../model/model.js';
import type { ProviderKind } from '../model/providerKind.js';

/** The settled offers of all providers, and what each provider is to the models that it sells. */
export interface Offers {
  readonly offers: readonly Model[];
  /** Null where nobody says. */
  readonly kindOf: (provider: string) => ProviderKind | null;
}

/**
 * How an offer is sold. `direct`: by who runs the model. `resold`: by a gateway, or by somebody else than the lab that sells
 * weights which are not published: he can only pass the calls on. `plan`: as part of a subscription.
 */
export type Sold = 'direct' | 'resold' | 'plan';

const labOfProvider = (provider: string): string | undefined =>
  labsBySpelling.get(provider) ?? labsBySpelling.get(provider.split(/[-.]/)[0] ?? '');

/** The lab that a key names. */
export const labIn = (key: string): string => key.slice(0, key.indexOf('/'));

/** Tells of each offer how it is sold, by all that is known of its model. */
export function soldIn({ offers, kindOf }: Offers): (offer: Model) => Sold {
  const published = new Map<string, boolean>();
  const ofItsLab = new Set<string>();
  for (const { provider, model, openWeights } of offers) {
    if (!model?.key) continue;
    if (openWeights !== null) published.set(model.key, openWeights || published.get(model.key) === true);
    if (isOwn(provider, model.key)) ofItsLab.add(model.line ?? model.key);
  }
  return ({ provider, model }) => {
    const kind = kindOf(provider);
    if (kind === 'plan') return 'plan';
    if (kind === 'gateway') return 'resold';
    if (kind === 'cloud' || !model?.key || isOwn(provider, model.key)) return 'direct';
    return published.get(model.key) === false && ofItsLab.has(model.line ?? model.key) ? 'resold' : 'direct';
  };

  function isOwn(provider: string, key: string): boolean {
    return kindOf(provider) === 'lab' && labOfProvider(provider) === labIn(key);
  }
}
