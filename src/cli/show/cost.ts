import type { Answer } from '../../book/priceBook.js';
import type { CallCost, CostPart } from '../../cost/callCost.js';
import { conditionOf } from './condition.js';
import { grid } from './grid.js';

interface Of {
  readonly provider: string;
  readonly id: string;
  readonly answer: Pick<Answer, 'pricing' | 'sources'>;
  readonly columns?: number | undefined;
}

/** What a call costs, in lines for a person: the total, each part with its factors, what has no price. No colours. */
export function renderCost(cost: CallCost, { provider, id, answer, columns }: Of): string[] {
  const { total, basis, parts, unpriced, why = {} } = cost;
  const rows = Object.entries(parts).flatMap(([name, part]) => rowsOf(name, part));
  const known =
    rows.length > 0 ? grid(['part', 'units', 'price', 'holds', 'USD'], rows, { columns, numbers: [1, 4] }) : [];
  return [
    total === null
      ? `${provider}/${id}: the cost is not known`
      : `${provider}/${id}: ${total} USD${basis === 'charge' ? ', as the provider says itself' : ''}`,
    ...unpriced.map((name) => `no price of ${name}: ${why[name] ?? ''}`),
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
