import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { chosenOffers, toggled } from '../chosenOffers.js';
import type { Unit } from '../money.js';
import { unitIn } from '../unit.js';
import { UnitChoice } from '../UnitChoice.js';
import type { ViewProps } from '../view.js';
import { columnsOf, type Column } from './columns.js';
import { ColumnChoice } from './ColumnChoice.js';
import { type Asked, asks, fitting, nearestFirst } from './filter.js';
import { Filters } from './Filters.js';
import './offers.css';
import { OffersTable } from './OffersTable.js';
import { PickedBar } from './PickedBar.js';
import { useNarrow } from './useNarrow.js';

/** The table of all offers: search, filters, columns, order, unit, and the offers that are picked stand in the address. */
export function OffersView({ book, place: { chosen }, choose }: ViewProps) {
  const isNarrow = useNarrow();
  const unit = unitIn(chosen);
  const offers = useMemo(
    () => nearestFirst(fitting(book.offers, chosen), chosen['q'] ?? ''),
    [book, ...asks.map((name) => chosen[name])],
  );
  const columns = useMemo(() => columnsOf(chosen['cols'] ?? '', isNarrow), [chosen['cols'], isNarrow]);
  const picked = useMemo(() => chosenOffers(chosen['offers']), [chosen['offers']]);
  // The same function for every row, or all of them would be drawn anew.
  const latest = useRef(chosen['offers']);
  latest.current = chosen['offers'];
  const onPick = useCallback((key: string) => choose({ offers: toggled(latest.current, key) }), [choose]);
  return (
    <div class="offers">
      <h2 class="hidden">Offers</h2>
      <Asking {...{ book, chosen, choose, isNarrow, columns, unit }} fit={offers.length} />
      <PickedBar keys={picked} onClear={() => choose({ offers: '' })} />
      <OffersTable
        {...{ offers, columns, unit, onPick, isNarrow }}
        sort={chosen['sort'] ?? ''}
        onSort={(sort) => choose({ sort })}
        picked={useMemo(() => new Set(picked), [picked])}
      />
      {offers.length === 0 && <p>No offer fits all of this: ask for less, or show all again under Filter.</p>}
    </div>
  );
}

interface Asking extends Pick<ViewProps, 'book' | 'choose'> {
  readonly chosen: Asked;
  readonly isNarrow: boolean;
  readonly columns: readonly Column[];
  readonly unit: Unit;
  /** How many offers fit. */
  readonly fit: number;
}

function Asking({ book, chosen, choose, isNarrow, columns, unit, fit }: Asking) {
  const search = useRef<HTMLInputElement>(null);
  useSlash(search);
  return (
    <form class="offers-asked" onSubmit={(event) => event.preventDefault()} role="search">
      <input
        ref={search}
        type="search"
        aria-label="Search by name, id, model or provider"
        placeholder="Search: llama 3.3 groq  ( / )"
        value={chosen['q'] ?? ''}
        onInput={({ currentTarget: { value } }) => choose({ q: value })}
      />
      <Filters {...{ book, chosen, choose, isNarrow }} />
      <ColumnChoice shown={columns} onChoose={(cols) => choose({ cols })} />
      <UnitChoice {...{ unit, choose }} />
      <output class="soft" aria-live="polite">
        {fit.toLocaleString('en')} of {book.offers.length.toLocaleString('en')} offers
      </output>
    </form>
  );
}

/** A slash goes to the search, as on many pages; where somebody types it is a sign. */
function useSlash(search: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches('input, select, textarea');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      search.current?.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [search]);
}
