import type { Issue } from '../model/pricing.js';
import type { Breach, Law, Statement } from './law.js';
import { laws as allLaws } from './laws/index.js';
import { pricesIn } from './prices.js';

/** A statement with what the laws left of it. */
export interface Verdict {
  readonly cost: Statement['cost'];
  readonly tiers: Statement['tiers'];
  /** What was taken out, law by law. */
  readonly broken: readonly Issue[];
  /** What stays and is odd. */
  readonly odd: readonly Issue[];
}

/** Holds a statement against the laws, one after the other; what breaks a hard one is gone for those after it. */
export function judge(statement: Statement, laws: readonly Law[] = allLaws): Verdict {
  let now = statement;
  const broken: Issue[] = [];
  const odd: Issue[] = [];
  for (const law of laws) {
    const breaches = law.breaches(now);
    if (breaches.length === 0) continue;
    const issues = issuesOf(law, breaches);
    if (law.weight === 'soft') odd.push(...issues);
    else {
      broken.push(...issues);
      now = without(now, breaches);
    }
  }
  return { cost: now.cost, tiers: now.tiers, broken, odd };
}

/** One issue for each field: dozens of tiers may break a law in the same way. */
const issuesOf = ({ name }: Law, breaches: readonly Breach[]): Issue[] =>
  [...new Set(breaches.map(({ field }) => field))].map((field) => {
    const [first, ...more] = breaches.filter((breach) => breach.field === field);
    return { code: name, detail: `${first?.detail ?? ''}${more.length > 0 ? `, and ${more.length} more` : ''}` };
  });

/** The statement without the fields that break a law; a price that is gone as a whole takes its tiers along. */
function without(statement: Statement, breaches: readonly Breach[]): Statement {
  const isWhole = (tier?: number) => breaches.some((breach) => breach.field === '*' && breach.tier === tier);
  if (isWhole()) return { ...statement, cost: {}, tiers: [] };
  const left = (cost: Statement['cost'], tier?: number): Statement['cost'] => {
    const gone = new Set(breaches.filter((breach) => breach.tier === tier).map(({ field }) => field));
    return Object.fromEntries(pricesIn(cost).filter(([field]) => !gone.has(field)));
  };
  const tiers = statement.tiers
    .map(({ when, cost }, tier) => ({ when, cost: isWhole(tier) ? {} : left(cost, tier) }))
    .filter(({ cost }) => pricesIn(cost).length > 0);
  return { ...statement, cost: left(statement.cost), tiers };
}
