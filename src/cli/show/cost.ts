import type { Brief } from '../../book/settledPart.js';
import type { CallCost, CostPart } from '../../cost/callCost.js';
import { conditionOf } from '../../settle/conditionOf.js';
import { grid } from './grid.js';
import { meantLine, offerLine } from './unlisted.js';

interface Of {
  readonly provider: string;
  readonly id: string;
  readonly answer: Pick<Brief, 'offer' | 'pricing' | 'sources'>;
  /** The offers that may have been meant. */
  readonly meant: readonly { readonly id: string }[];
  readonly columns?: number | undefined;
}

/** What a call costs, in lines for a person: the total, each part with its factors, what has no price. No colours. */
export function renderCost(cost: CallCost, { provider, id, answer, meant, columns }: Of): string[] {
  const { total, basis, parts, unpriced, why = {} } = cost;
  const name = offerLine(provider, id, answer);
  const rows = Object.entries(parts).flatMap(([name, part]) => rowsOf(name, part));
  const known =
    rows.length > 0 ? grid(['part', 'units', 'price', 'holds', 'USD'], rows, { columns, numbers: [1, 4] }) : [];
  return [
    total === null
      ? `${name}: the cost is not known`
      : `${name}: ${total} USD${basis === 'charge' ? ', as the provider says itself' : ''}`,
    ...meantLine(provider, meant),
    ...unpriced.map(
      (part) => `${part === 'usage' ? 'the usage is not known' : `no price of ${part}`}: ${why[part] ?? ''}`,
    ),
    ...known,
    ...(basis === 'prices' ? [statedBy(answer)] : []),
  ];
}

const rowsOf = (name: string, { usd, factors }: CostPart): (string | number)[][] =>
  factors.map(({ units, price, per, when }, i) => [
    i === 0 ? name : '',
    units,
    per === 1000 ? `${price} USD per 1K` : `${price} USD`,
    when ? conditionOf(when) : 'always',
    i === 0 ? usd : '',
  ]);

function statedBy({ pricing, sources }: Of['answer']): string {
  const { status, source, confidence, evidence, issues } = pricing;
  if (source === null) return [`price ${status}`, ...issues.slice(0, 1).map(({ detail }) => detail)].join(': ');
  const page = evidence && sources[evidence.endpoint];
  const where = page ? `, ${page.url} of ${page.fetchedAt.slice(0, 10)}` : '';
  return `prices stated by ${source}${confidence === null ? '' : `, right with a chance of ${confidence}`}${where}`;
}
