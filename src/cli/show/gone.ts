import type { Run } from '../../model/run.js';

/** More names than this say no more: the rest is in run.json. */
const most = 3;

/** One line on what earlier runs knew and no source has any more: how many, at whom, the first of them; none where nothing is gone. */
export function gone({ providers, prices: lists }: Pick<Run, 'providers' | 'prices'>): string[] {
  const sources = Object.entries({ ...lists, ...providers });
  const of = (part: 'records' | 'prices') =>
    sources.flatMap(([source, run]) => run.gone[part].map((id) => ({ source, id })));
  const [records, prices] = [of('records'), of('prices')];
  const says = [
    ...(records.length > 0 ? [`${counted(records)} ${named(records)}`] : []),
    ...(prices.length > 0 ? [`the price of ${counted(prices)} ${named(prices)}`] : []),
  ];
  return says.length === 0 ? [] : [`Gone since the last run: ${says.join('; ')}.`];
}

interface Gone {
  readonly source: string;
  readonly id: string;
}

const counted = ({ length }: readonly Gone[]): string => `${length} ${length === 1 ? 'record' : 'records'}`;

/** "of acme, fowl and 2 more (acme/m0, acme/m1, acme/m2, …)". */
function named(some: readonly Gone[]): string {
  const sources = [...new Set(some.map(({ source }) => source))];
  const more = sources.length > most ? ` and ${sources.length - most} more` : '';
  const first = some.slice(0, most).map(({ source, id }) => `${source}/${id}`);
  return `of ${sources.slice(0, most).join(', ')}${more} (${[...first, ...(some.length > most ? ['…'] : [])].join(', ')})`;
}
