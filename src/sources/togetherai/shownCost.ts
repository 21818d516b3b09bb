import type { Draft } from '../../model/draft.js';
import type { Mode } from '../../model/model.js';
import type { Issue } from '../../model/pricing.js';
import { conditionOf } from '../parse/conditionOf.js';
import { inTiers } from '../parse/inTiers.js';
import { madePrice } from '../parse/madePrice.js';
import { scaled, stated } from '../parse/money.js';
import { saysFree, shownPrice } from '../parse/shownPrice.js';

type Cost = NonNullable<Draft['cost']>;

/** A price as a table shows it. */
export interface Shown {
  readonly tier: string | null;
  readonly kind: string | null;
  readonly unit: string | null;
  readonly cell: string | null;
}

/** The prices of the tables: the first one of a kind counts; service levels are tiers, unknown units issues. */
export function shownCost(all: readonly Shown[], mode: Mode | null): Pick<Draft, 'cost' | 'tiers' | 'issues'> {
  const issues: Issue[] = [];
  const levels = new Map<string, Cost>([['', {}]]);
  for (const shown of all) {
    const cost = priceIn(shown, mode);
    if (cost) levels.set(shown.tier ?? '', { ...cost, ...stated(levels.get(shown.tier ?? '') ?? {}) });
    else issues.push({ code: 'unknown-unit', detail: `${shown.kind} ${shown.cell} ${shown.unit ?? ''}`.trim() });
  }
  return { ...inTiers([...levels].map(([level, cost]) => ({ when: conditionOf('', level), cost }))), issues };
}

/** Undefined for a price in a unit that nobody knows; nothing for a cell without a price. */
function priceIn({ kind, unit, cell }: Shown, mode: Mode | null): Cost | undefined {
  const amount = saysFree(cell) ? '0' : shownPrice(cell);
  if (amount === null) return {};
  const words = wordsOf(unit ?? unitIn(cell) ?? '');
  if (words === '' && kind === 'price' && !isTexts(mode)) return undefined;
  if (words === '' || /^(1m |m |million |1000000 )?tokens?$/.test(words)) return { [fieldOf(kind)]: million(amount) };
  const cost = oneOf(words, amount);
  return Object.keys(cost).length > 0 ? cost : undefined;
}

/** What is billed by the token where no unit is told. */
const isTexts = (mode: Mode | null): boolean =>
  mode === 'chat' || mode === 'embedding' || mode === 'rerank' || mode === 'moderation';

const fieldOf = (kind: string | null) =>
  kind === 'output' ? 'output' : kind === 'cached input' ? 'cacheRead' : 'input';

const million = (amount: string): number | null => scaled(amount, 1, 1000);

/** "$4.00 per 1M chars": "1M chars". */
const unitIn = (cell: string | null): string | null =>
  /^[\d.,]+\s*(?:\/|per\b)(.+)$/is.exec(cell?.split('$').slice(1).at(-1) ?? '')?.[1]?.trimStart() ?? null;

const wordsOf = (unit: string): string =>
  unit
    .toLowerCase()
    .replace(/^(per|\/) ?/, '')
    .replace(/\bchars?\b/, 'characters')
    .replace(/\bmin\b/, 'minute')
    .replace(/\bsec\b/, 'second')
    .replace(/^1(k|m)\b/, '$1')
    .trim();

/** Units that the tables have beside those that every list has. */
const oneOf = (words: string, amount: string): Cost =>
  words === 'search' ? { perSearch: scaled(amount, 1) } : madePrice(words, amount);
