import type { Draft } from '../../model/draft.js';
import type { CostField, Tier } from '../../model/cost.js';
import type { Modality } from '../../model/model.js';
import type { Issue } from '../../model/pricing.js';
import { grouped } from '../parse/grouped.js';
import { inTiers } from '../parse/inTiers.js';
import { perMillion, stated } from '../parse/money.js';
import { saysFree } from '../parse/shownPrice.js';
import { unitPrice } from '../parse/unitPrice.js';
import { variantPrices } from '../parse/variants.js';
import type { Shown } from './shown.js';
import { withoutEnd } from '../parse/withoutEnd.js';

/** What a cell states: a price of a field, a price nobody can read, or nothing. */
type Amount = { readonly field: CostField; readonly value: number } | 'unread' | null;

type Read = Shown & { readonly amount: Amount };
type Known = Shown & { readonly amount: { readonly field: CostField; readonly value: number } };

/** An amount, and the unit behind it. */
const amountAndUnit = /^\s*\$\s*(\d[\d,]*(?:\.\d*)?|\.\d+)(?:\s{0,4}(?:\/|per)(.*))?$/is;

/** "$5.00", "$1 / 1M tokens", "$0.034 / minute"; a unit nobody knows, or none where the column has none, is not read. */
function amountOf({ price, column }: Shown): Amount {
  if (saysFree(price)) return column.field && { field: column.field, value: 0 };
  const [, shown, said = ''] = amountAndUnit.exec(withoutEnd(price, ' \n*†‡')) ?? [];
  if (shown === undefined) return /\$\s*\.?\d/.test(price) ? 'unread' : null;
  const quoted = shown.replaceAll(',', '');
  const unit = said.trim() || column.unit || '';
  if (unit === '' || /^(1?m|million|1,000,000) ?(tok|$)/i.test(unit)) {
    const value = perMillion(quoted);
    return column.field && value !== null ? { field: column.field, value } : 'unread';
  }
  const words = unit.replace(/^min\b/i, 'minute').replace(/^sec\b/i, 'second');
  const [field, value] = Object.entries(unitPrice(words, quoted))[0] ?? [];
  if (field === undefined || typeof value !== 'number') return 'unread';
  const isIn = field === 'perImage' && column.field?.startsWith('input');
  return { field: isIn ? 'perInputImage' : (field as CostField), value };
}

const whenOf = ({ tier, contextAbove, variant }: Shown): Tier['when'] => ({
  ...(contextAbove !== null && { contextAbove }),
  ...(tier !== 'standard' && { serviceTier: tier }),
  ...(variant !== '' && { variant }),
});

/** What the prices of one model say together. */
export function priceOf(
  prices: readonly Shown[],
): Pick<Draft, 'mode' | 'modalities' | 'cost' | 'tiers' | 'priceStatus' | 'noPrice' | 'issues'> {
  const read = prices.map((shown): Read => ({ ...shown, amount: amountOf(shown) }));
  const known = withoutEstimates(read.filter(isKnown));
  const issues = read.filter(({ amount }) => amount === 'unread').map(unreadIssue);
  const all = together([...known.filter(({ variant, amount }) => !isSized(variant, amount)), ...sized(known)]);
  const isFree = issues.length === 0 && known.length > 0 && known.every(({ amount }) => amount.value === 0);
  const said = prices.find(({ price }) => /[a-z]/i.test(price))?.price;
  return {
    mode: prices.find(({ mode }) => mode !== null)?.mode,
    ...(known.some(({ modality }) => modality !== null) && { modalities: modalitiesOf(known) }),
    ...inTiers(all),
    ...(isFree && { priceStatus: 'free' as const }),
    ...(known.length + issues.length === 0 && {
      noPrice: `the price page shows no price of it${said ? `: ${said}` : ''}`,
    }),
    issues,
  };
}

const isKnown = (read: Read): read is Known => read.amount !== null && read.amount !== 'unread';

const unreadIssue = ({ column, price, tier }: Shown): Issue => ({
  code: 'unread-price',
  detail: `${tier}, ${column.title}: ${price} is not read`,
});

/** The price of a minute of a model that is paid by the token is an estimate, not a second price. */
const withoutEstimates = (known: readonly Known[]): Known[] =>
  known.filter(
    ({ column, table }) => !column.isEstimate || !known.some((one) => one.table === table && one.column.field),
  );

/** Prices by size, such as those of a second of video; a word behind a model's name is a condition of its tokens. */
const isSized = (variant: string, { field }: { readonly field: CostField }): boolean =>
  variant !== '' && field.startsWith('per');

/** Prices by size: what all sizes share is the price without one. */
function sized(known: readonly Known[]): Known[] {
  const found = grouped(
    known.filter(({ variant, amount }) => isSized(variant, amount)),
    ({ tier, amount }) => `${tier} ${amount.field}`,
  );
  return [...found.values()].flatMap((group) => {
    const [first] = group;
    const field = first?.amount.field;
    if (!first || !field) return [];
    const { base } = variantPrices(
      field,
      group.map(({ variant, amount }) => ({ variant, price: amount.value })),
    );
    return base === null ? group : [{ ...first, variant: '', amount: { field, value: base } }];
  });
}

/** Of each condition the first table counts: where tables lose their titles, the one with standard prices leads. */
function together(known: readonly Known[]): Tier[] {
  const found = new Map<string, { tier: Tier; table: number }>();
  for (const shown of known) {
    const when = whenOf(shown);
    const key = JSON.stringify(when);
    const group = found.get(key) ?? { tier: { when, cost: {} }, table: shown.table };
    found.set(key, group);
    if (group.table === shown.table) group.tier.cost[shown.amount.field] ??= shown.amount.value;
  }
  return [...found.values()].map(({ tier }) => ({ when: tier.when, cost: stated(tier.cost) }));
}

/** What goes in and comes out, by what is paid for. */
function modalitiesOf(known: readonly Known[]): { input: Modality[]; output: Modality[] } {
  const paid = (side: string) =>
    known.flatMap(({ column, modality }) => (modality && column.title.startsWith(side) ? [modality] : []));
  return { input: paid('input'), output: paid('output') };
}
