import { sameness } from '../identity/keys.js';
import { type Resolution, resolverOf } from '../identity/resolve.js';
import { settle } from '../identity/table.js';
import type { Model } from '../model/model.js';

/**
 * Tells which model a text means in any spelling: one of those that the offers' records name. The address of an offer,
 * `provider/id`, means that offer's, unless it is a model's key.
 */
export function resolverFor(offers: readonly Model[]): (text: string) => Resolution {
  const settled = settle(offers);
  const models = new Map(offers.map((offer) => [`${offer.provider}/${offer.id}`, offer.model]));
  const named = settled.named.flatMap((one) => {
    const { provider, id } = one.reading.offer;
    const model = models.get(`${provider}/${id}`);
    return model?.key ? [{ one, name: { key: model.key, line: model.line ?? model.key } }] : [];
  });
  const names = new Map(named.map(({ one, name }) => [sameness(one), name]));
  const keys = new Set(named.map(({ name }) => name.key));
  const resolve = resolverOf({ ...settled, named: named.map(({ one }) => one), names });
  return (text) => {
    const written = text.trim();
    const own = keys.has(written) ? written : models.get(written)?.key;
    return own ? { model: own } : resolve(text);
  };
}
