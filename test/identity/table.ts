import Table from 'cli-table3';
import { wilson } from '../evaluation/wilson.js';
import type { BCubed } from './bCubed.js';
import type { Count, Evaluation } from './evaluation.js';
import { share } from './tally.js';

const percent = (one: number): string => `${(one * 100).toFixed(1)} %`;
const range = ([low, high]: readonly [number, number]): string =>
  `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)}`;

const counted = (name: string, { right, given }: Count): string[] => [
  name,
  `${right} of ${given}`,
  percent(share(right, given)),
  range(wilson(right, given)),
];

const cubed = (name: string, { n, precision, recall, precisionRange, recallRange }: BCubed): string[][] => [
  [`B-cubed precision, ${name}`, `${n}`, percent(precision), range(precisionRange)],
  [`B-cubed recall, ${name}`, `${n}`, percent(recall), range(recallRange)],
];

/** The scores of the identities, for a terminal. */
export function identityTable({
  pairs,
  all,
  shared,
  records,
  none,
  lookAlikes,
  facets,
  withFacets,
  kinds,
}: Evaluation): string {
  const table = new Table({ head: ['score', 'n', 'share', '95 %'], style: { head: [], border: [], compact: true } });
  const { due, said, right, snapshots, models, none: nameless } = pairs;
  table.push(
    ...cubed('all models', all),
    ...cubed('models with two or more offers', shared),
    ['pairs, precision', `${right} of ${said}`, percent(pairs.precision), ''],
    ['pairs, recall', `${right} of ${due}`, percent(pairs.recall), ''],
    ['pairs wrongly joined: snapshots, models, without a model', `${snapshots}, ${models}, ${nameless}`, '', ''],
    ['look-alikes joined', `${lookAlikes.joined} of ${lookAlikes.n}`, '', ''],
    counted('records', records),
    counted('records without a model', none),
    counted('facets exact', facets),
    counted('facets exact where there are any', withFacets),
    ...[...kinds]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([kind, score]) => [
        counted(kind, score.records),
        ...(score.facets.given > 0 ? [counted(`${kind}, facets`, score.facets)] : []),
      ]),
  );
  return table.toString();
}
