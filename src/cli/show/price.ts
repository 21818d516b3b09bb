import type { Answer } from '../../book/priceBook.js';
import { pricesIn, shown } from '../../settle/prices.js';
import { headOf } from './answer.js';
import { conditionOf } from './condition.js';
import { grid } from './grid.js';

/** One price with its evidence, in lines for a person. No colours. */
export function renderPrice(
  answer: Answer,
  { provider, id, columns }: { provider: string; id: string; columns?: number | undefined },
): string[] {
  const { offer, cost, tiers, pricing } = answer;
  const rows = [{ when: null, cost }, ...tiers].flatMap((tier) =>
    pricesIn(tier.cost).map(([field, price]) => [
      field,
      shown(field, price),
      tier.when ? conditionOf(tier.when) : 'always',
    ]),
  );
  return [
    `${provider}/${id}${offer === null ? ' (not in the table: the price lists alone are asked)' : ''}`,
    ...headOf(answer),
    ...evidenceOf(answer),
    ...pricing.issues.map(({ code, detail }) => `${code}: ${detail}`),
    ...(rows.length > 0 ? grid(['price', 'USD', 'holds'], rows, { columns }) : []),
  ];
}

function evidenceOf({ pricing: { evidence }, sources }: Answer): string[] {
  const page = evidence && sources[evidence.endpoint];
  if (!evidence || !page) return [];
  return [
    `${page.url}, row ${evidence.row}, read on ${page.fetchedAt.slice(0, 10)} (${page.via}), sha256 ${page.sha256}`,
  ];
}
