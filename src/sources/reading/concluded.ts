import type { Cost } from '../../model/cost.js';
import type { Model } from '../../model/model.js';
import { statusFor } from './lifecycleIn.js';
import { modeFor } from './modeFor.js';
import { tiersFor } from './tiersFor.js';
import { unitsFor, writesNothing } from './unitsFor.js';
import type { Asked } from './whyUnknown.js';

/**
 * A record once all endpoints have filled it: its mode where nobody says it, its prices in the units of that mode, and a
 * status that agrees with its dates.
 */
export function concluded(model: Model, { read }: Pick<Asked, 'read'>): Model {
  const mode = model.mode ?? modeFor(model);
  const kind = { mode, ...model.modalities };
  const { cost, issues } = unitsFor(kind, model.cost);
  const tiers = tiersFor(model.tiers, kind);
  const { pricing, limit, status, from } = model;
  const listed = read.find(({ endpoint }) => endpoint === from['*']) ?? read[0];
  const isLost = pricing.status === 'priced' && Object.values(cost).every((price) => price === null);
  return {
    ...model,
    mode,
    limit: { ...limit, output: writesNothing(mode) ? null : limit.output },
    status: statusFor(status, model, listed?.fetchedAt.slice(0, 10) ?? ''),
    cost: cost as Cost,
    tiers: tiers.read,
    pricing: {
      ...pricing,
      ...(isLost && { status: tiers.read.length > 0 ? 'variable' : 'unknown' }),
      ...(isLost && tiers.read.length === 0 && { source: null, evidence: null }),
      issues: [...pricing.issues, ...issues, ...tiers.issues],
    },
  };
}
