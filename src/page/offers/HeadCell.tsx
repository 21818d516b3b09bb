import type { Unit } from '../money.js';
import type { Column } from './columns.js';
import { nextSort } from './sorting.js';

interface Props {
  readonly column: Column;
  readonly sort: string;
  readonly unit: Unit;
  readonly onSort: (sort: string) => void;
}

/** The head of a column: a press sorts by it. */
export function HeadCell({ column: { id, head, isNumber, isPerTokens }, sort, unit, onSort }: Props) {
  const order = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : 'none';
  const mark = { ascending: ' ▲', descending: ' ▼', none: '' }[order];
  return (
    <th scope="col" aria-sort={order} class={isNumber ? 'number' : undefined}>
      <button type="button" onClick={() => onSort(nextSort(sort, id))}>
        {head}
        {isPerTokens && <small> $/{unit}</small>}
        <span aria-hidden="true">{mark}</span>
      </button>
    </th>
  );
}
