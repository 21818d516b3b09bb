import type { PricedAt } from '../../book/priceAt.js';
import type { Brief } from '../../book/settledPart.js';
import type { PastPrices } from '../../history/offerHistory.js';
import { pricesIn, shown } from '../../settle/prices.js';
import { headOf } from './answer.js';
import { conditionOf } from '../../settle/conditionOf.js';
import { grid } from './grid.js';
import { meantLine, offerLine } from './unlisted.js';

interface Named {
  readonly provider: string;
  readonly id: string;
  /** ISO 8601: since when its provider does not list it any more. */
  readonly missingSince?: string | undefined;
  /** The offers that may have been meant. */
  readonly meant: readonly { readonly id: string }[];
  readonly columns?: number | undefined;
}

/** One price with its evidence, in lines for a person. No colours. */
export function renderPrice(answer: PricedAt<Brief>, { provider, id, missingSince, meant, columns }: Named): string[] {
  const { cost, tiers, pricing, past } = answer;
  const rows = [{ when: null, cost }, ...tiers].flatMap((tier) =>
    pricesIn(tier.cost).map(([field, price]) => [
      field,
      shown(field, price),
      tier.when ? conditionOf(tier.when) : 'always',
    ]),
  );
  return [
    offerLine(provider, id, answer),
    ...(missingSince === undefined
      ? []
      : [`listed until ${missingSince.slice(0, 10)}: --at a day before tells what it cost`]),
    ...headOf(answer),
    ...(past === undefined ? evidenceOf(answer) : past === null ? [] : heldOf(past)),
    ...pricing.issues.map(({ code, detail }) => `${code}: ${detail}`),
    ...meantLine(provider, meant),
    ...(rows.length > 0 ? grid(['price', 'USD', 'holds'], rows, { columns }) : []),
  ];
}

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** From when to when a past price held, and on which pages it stood. */
function heldOf({ from, to, lines }: PastPrices): string[] {
  const pages = lines.flatMap(({ page }) =>
    page ? [`${page.url}, fetched on ${page.fetchedAt.slice(0, 10)}, sha256 ${page.sha256}`] : [],
  );
  return [`by the history: from ${day(from)} ${to === Infinity ? 'on' : `to ${day(to)}`}`, ...new Set(pages)];
}

function evidenceOf({ pricing: { evidence }, sources }: Brief): string[] {
  const page = evidence && sources[evidence.endpoint];
  if (!evidence || !page) return [];
  return [
    `${page.url}, row ${evidence.row}, read on ${page.fetchedAt.slice(0, 10)} (${page.via}), sha256 ${page.sha256}`,
  ];
}
