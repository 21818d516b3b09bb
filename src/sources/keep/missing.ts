import type { Model } from '../../model/model.js';
import type { Keeping } from '../kind.js';
import { statusFor } from '../reading/lifecycleIn.js';
import { asOf } from './asOf.js';
import { isLost, listerOf, originOf } from './origins.js';

/** A later endpoint may write an id otherwise than the list, and `model@version` is `model` there. */
const nameOf = ({ id }: Model): string => id.toLowerCase().split('@', 1)[0] ?? '';

/** Models of an earlier reading that only what failed now listed, as they were; but one whose end has come is over. */
export function missingModels(now: readonly Model[], before: readonly Model[], how: Keeping): Model[] {
  const ids = new Set(now.map(({ id }) => id));
  const names = new Set(now.map(nameOf));
  const isThere = (model: Model, lister: string): boolean =>
    lister === originOf(how.now, how) ? ids.has(model.id) : names.has(nameOf(model));
  return before
    .filter((model) => {
      const lister = listerOf(model, how.before, how);
      return isLost(lister, 'models', how) && !isThere(model, lister);
    })
    .map((model) => ({
      ...model,
      // Whoever gave the list then is not told by the list of today.
      from: { ...model.from, '*': model.from['*'] ?? how.before },
      status: statusFor(model.status, model, how.today),
      pricing: asOf(model.pricing, how.day),
      ...(model.quotes && { quotes: model.quotes.map((quote) => asOf(quote, how.day)) }),
      kept: { '*': how.day, ...model.kept },
    }));
}
