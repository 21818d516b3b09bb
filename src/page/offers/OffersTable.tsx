import { useRef, useState } from 'preact/hooks';
import type { Offer } from '../book.js';
import { hashOf } from '../hash.js';
import type { Unit } from '../money.js';
import type { Column } from './columns.js';
import { HeadCell } from './HeadCell.js';
import { keyed } from './keyed.js';
import { OfferRow } from './OfferRow.js';
import { useOffersTable } from './useOffersTable.js';
import { overscan, useVirtualRows } from './useVirtualRows.js';

interface Props {
  readonly offers: readonly Offer[];
  readonly columns: readonly Column[];
  /** A column's id, with a minus before it for the largest first; empty for the order of the data. */
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly unit: Unit;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (key: string) => void;
  readonly isNarrow: boolean;
}

/** px. */
const pickWidth = 40;
const rowHeight = { wide: 34, narrow: 60 };

const widthOf = ({ width, narrowWidth = width }: Column, isNarrow: boolean): number => (isNarrow ? narrowWidth : width);

/** The offers as a grid, of which the rows in sight are drawn; arrows go through it, blank picks, enter opens. */
export function OffersTable({ offers, columns, sort, onSort, unit, picked, onPick, isNarrow }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const sorted = useOffersTable(offers, columns, sort);
  const height = isNarrow ? rowHeight.narrow : rowHeight.wide;
  const virtual = useVirtualRows(box, sorted.length, height);
  const items = virtual.getVirtualItems();
  const current = Math.min(at, sorted.length - 1);
  const key = sorted[current]?.key;
  // A row that leaves is used again for one that comes: text is cheaper to change than elements to make.
  const usedAgain = (index: number) => index % (items.length + 1);
  const onKeyDown = keyed({
    ...{ at: current, count: sorted.length, inSight: Math.max(1, items.length - 2 * overscan) },
    move: (to) => {
      setAt(to);
      virtual.scrollToIndex(to);
    },
    pick: () => key !== undefined && onPick(key),
    open: () => key !== undefined && (location.hash = hashOf({ view: 'offer', of: key })),
  });
  return (
    <div class="offers-box" ref={box}>
      <table
        {...gridOf(sorted.length, columns, isNarrow)}
        aria-activedescendant={key === undefined ? undefined : `row-${current}`}
        onKeyDown={onKeyDown}
      >
        <Head {...{ columns, sort, unit, onSort, isNarrow }} />
        <tbody>
          <Gap height={items[0]?.start ?? 0} />
          {items.map(({ index }) => {
            const offer = sorted[index];
            const row = { index, columns, unit, onPick, height, isCurrent: index === current };
            return offer && <OfferRow {...row} key={usedAgain(index)} offer={offer} isPicked={picked.has(offer.key)} />;
          })}
          <Gap height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

const gridOf = (rows: number, columns: readonly Column[], isNarrow: boolean) =>
  ({
    role: 'grid',
    tabIndex: 0,
    'aria-label': 'Offers',
    'aria-multiselectable': true,
    'aria-rowcount': rows + 1,
    'aria-colcount': columns.length + 1,
    style: { width: columns.reduce((all, column) => all + widthOf(column, isNarrow), pickWidth) },
  }) as const;

/** In place of the rows that are not in sight. */
const Gap = ({ height }: { readonly height: number }) =>
  height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null;

function Head({ columns, sort, unit, onSort, isNarrow }: Omit<Props, 'offers' | 'picked' | 'onPick'>) {
  return (
    <>
      <colgroup>
        <col style={{ width: pickWidth }} />
        {columns.map((column) => (
          <col key={column.id} style={{ width: widthOf(column, isNarrow) }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">
            <span class="hidden">Pick</span>
          </th>
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sort={sort} unit={unit} onSort={onSort} />
          ))}
        </tr>
      </thead>
    </>
  );
}
