import { type Contested, nameOf, type Said } from '../../book/contested.js';
import type { CostField } from '../../model/cost.js';
import { shown } from '../../settle/prices.js';
import { grid } from './grid.js';
import { markdownTable } from './markdownTable.js';

const head = ['offer', 'taken', 'differs', 'factor', 'confidence', 'agree'];

/** What witnesses differ about as a table, at most `columns` wide. */
export const contestedTable = (all: readonly Contested[], columns?: number): string[] =>
  grid(head, all.map(cellsOf), { columns, numbers: [3, 4, 5], giveWay: ['agree', 'confidence', 'factor'] });

/** The same for a page. */
export const contestedMarkdown = (all: readonly Contested[]): string[] =>
  markdownTable(head, all.map(cellsOf), [3, 4, 5]);

/** The same for programs; prices in `unit`, `atStake` in USD per 1M tokens or per 1,000 of what `per…` names. */
export const contestedRow = ({ model, worst, contest }: Contested) => ({
  provider: model.provider,
  id: model.id,
  status: model.pricing.status,
  field: worst?.field ?? null,
  unit: worst ? (worst.field.startsWith('per') ? 'USD per one' : 'USD per 1M tokens') : null,
  taken: worst?.taken ? inUnit(worst.field)(worst.taken) : null,
  differ: worst ? worst.differ.map(inUnit(worst.field)) : [],
  factor: worst ? rounded(worst.factor) : null,
  atStake: worst ? rounded(worst.money) : 0,
  confidence: model.pricing.confidence,
  agree: model.pricing.agree,
  values: contest,
  issues: model.pricing.issues,
});

const inUnit =
  (field: CostField) =>
  ({ witness, price }: Said) => ({ witness, price: field.startsWith('per') ? price : rounded(price * 1000) });

const rounded = (value: number): number => Number(value.toPrecision(6));

function cellsOf({ model, worst, contest }: Contested): (string | string[])[] {
  const { confidence, agree, status } = model.pricing;
  const says = (field: CostField) => (one: Said) => `${one.witness} ${shown(field, one.price)}`;
  const lone = contest.differ.map(({ witness }) => witness);
  return [
    nameOf({ model }),
    worst?.taken ? `${worst.field}: ${says(worst.field)(worst.taken)}` : `none (${status})`,
    worst
      ? worst.differ.map((one) => `${worst.taken ? '' : `${worst.field}: `}${says(worst.field)(one)}`)
      : [...lone, ...contest.refused],
    worst ? String(Number(worst.factor.toPrecision(3))) : '-',
    confidence === null ? '-' : String(confidence),
    String(agree.length),
  ];
}
