import { type Tier, tier as tierSchema } from '../../model/cost.js';
import { type Issue } from '../../model/pricing.js';
import { compiled } from '../parse/compiled.js';
import { tierUnitsFor, type UnitKind } from './unitsFor.js';

/** Tiers in the units of the model; one whose condition is not of the schema's form is told, not taken. */
export function tiersFor(tiers: readonly Tier[], kind: UnitKind): { read: Tier[]; issues: Issue[] } {
  const read: Tier[] = [];
  const issues: Issue[] = [];
  for (const tier of tiers) {
    const known = compiled(tierSchema).safeParse(tierUnitsFor(kind, tier));
    if (!known.success) issues.push({ code: 'unread-condition', detail: JSON.stringify(tier.when) });
    else if (Object.keys(known.data.cost).length > 0) read.push(known.data);
  }
  return { read, issues };
}
