import type { Model } from '../../model/model.js';
import type { Issue } from '../../model/pricing.js';

/** The endpoints of a source that were asked for a model, by name. */
export interface Asked {
  /** The one that listed it. */
  readonly by: string;
  /** Those that came, with what is said of a recording that has not all of the answer. */
  readonly read: readonly { readonly endpoint: string; readonly partial: string | null; readonly fetchedAt: string }[];
  /** Those that failed. */
  readonly failed: readonly string[];
}

/**
 * Why a model has no price, where nothing said so before: who lists it without one, who else does not price it, and who
 * could not be asked. Null for a model that has a price or a reason.
 */
function whyUnknown({ pricing, from }: Model, { by, read, failed }: Asked): Issue | null {
  if (pricing.status !== 'unknown' || pricing.issues.length > 0) return null;
  const lister = from['*'] ?? by;
  const inPart = read.filter(({ partial }) => partial !== null).map(({ endpoint }) => endpoint);
  const named = (name: string) => (inPart.includes(name) ? `${name} (recorded in part)` : name);
  const others = read.map(({ endpoint }) => endpoint).filter((name) => name !== lister);
  const parts = [
    `${named(lister)} lists it without a price`,
    ...(others.length > 0
      ? [`${others.map(named).join(' and ')} ${others.length === 1 ? 'does' : 'do'} not price it`]
      : []),
    ...(failed.length > 0 ? [`${failed.join(' and ')} could not be read`] : []),
  ];
  return { code: 'not-priced', detail: parts.join(', ') };
}

/** The model with that reason. */
export function withReason(model: Model, asked: Asked): Model {
  const why = whyUnknown(model, asked);
  return why ? { ...model, pricing: { ...model.pricing, issues: [why] } } : model;
}
