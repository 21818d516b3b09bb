import type { Book, Offer } from '../book.js';
import type { CostField } from '../../model/cost.js';
import type { Place } from '../hash.js';
import { priceNames, type Unit } from '../money.js';
import { Rows } from '../Rows.js';
import type { Choose } from '../usePlace.js';
import { cornersOf, fieldsMoved, type Moves, movesAt, movesOf } from './moves.js';
import { usdWords } from './priceRows.js';
import { StepPlot } from './StepPlot.js';

interface Props {
  readonly book: Book;
  readonly offers: readonly Offer[];
  readonly unit: Unit;
  readonly chosen: Place['chosen'];
  readonly choose: Choose;
  /** Whether it is of one offer, with a line for each of its prices; else of one price, with a line for each offer. */
  readonly isOne?: boolean;
}

/** More lines nobody tells apart. */
const mostLines = 10;

/** How prices moved: as steps as wide as each held, and the same as a table. */
export function PriceHistory({ book, offers, unit, chosen, choose, isOne = false }: Props) {
  const { steps, madeAt } = book.data;
  const keys = offers.map(({ key }) => key);
  const fields = fieldsMoved(keys, steps);
  const field = fields.find((one) => one === chosen['price']) ?? fields[0];
  if (field === undefined) return <p>No price of it is in the history.</p>;
  const moves = isOne && keys[0] !== undefined ? movesOf(keys[0], steps) : movesAt(keys, field, steps);
  const shown = (isOne ? moves.filter((one) => byToken(one.field) === byToken(field)) : moves).slice(0, mostLines);
  return (
    <>
      {isOne ? null : <FieldChoice {...{ fields, field, choose }} />}
      <StepPlot
        corners={cornersOf(shown, madeAt, unit)}
        title={byToken(field) ? `USD per ${unit} tokens` : 'USD'}
        name={isOne ? 'Prices over time' : `${priceNames[field]} over time`}
      />
      {shown.length < moves.length && !isOne ? (
        <p class="soft">
          {shown.length} of {moves.length} lines are drawn; the table has all.
        </p>
      ) : null}
      <details>
        <summary>The same as a table</summary>
        <MovesTable {...{ moves, unit, what: isOne ? 'Price' : 'Offer' }} />
      </details>
    </>
  );
}

const byToken = (field: CostField): boolean => !field.startsWith('per');

interface ChoiceProps {
  readonly fields: readonly CostField[];
  readonly field: CostField;
  readonly choose: Choose;
}

const FieldChoice = ({ fields, field, choose }: ChoiceProps) => (
  <label>
    Price of{' '}
    <select value={field} onChange={({ currentTarget: { value } }) => choose({ price: value })}>
      {fields.map((one) => (
        <option key={one} value={one}>
          {priceNames[one]}
        </option>
      ))}
    </select>
  </label>
);

interface TableProps {
  readonly moves: readonly Moves[];
  readonly unit: Unit;
  readonly what: string;
}

function MovesTable({ moves, unit, what }: TableProps) {
  const rows = moves.flatMap(({ name, field, steps }) => steps.map((step) => ({ name, field, step })));
  type Row = (typeof rows)[number];
  const columns = [
    { head: what, cell: ({ name }: Row) => name },
    { head: 'From', cell: ({ step: [from] }: Row) => from.slice(0, 10) },
    { head: 'To', cell: ({ step: [, to] }: Row) => to?.slice(0, 10) ?? 'now' },
    {
      ...{ head: 'USD', isNumber: true },
      cell: ({ field, step: [, , usd] }: Row) => (usd === null ? 'not known' : usdWords(usd, field, unit)),
    },
  ];
  return <Rows caption="Prices over time" {...{ columns, rows }} />;
}
