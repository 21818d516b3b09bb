import { useCallback, useMemo } from 'preact/hooks';
import { hashOf } from '../hash.js';
import type { ViewProps } from '../view.js';
import { Behind } from './Behind.js';
import {
  type Coverage,
  coverageOf,
  coverageOrderIn,
  coverageOrders,
  inCoverageOrder,
  nobody,
  type Side,
} from './coverage.js';
import { drawCoverage } from './drawCoverage.js';
import { colours, counted, type Entry, percent, plainColour } from './drawing.js';
import { Figure } from './Figure.js';
import { Legend } from './Legend.js';

/** Providers that are shown until all are asked for. */
const most = 30;

/** Who states the prices of each provider's offers. */
export function CoveragePicture({ book, place: { chosen }, choose }: ViewProps) {
  const { providers, sides } = useMemo(() => coverageOf(book), [book]);
  const order = coverageOrderIn(chosen['sort']);
  const isAll = chosen['all'] === '1';
  const sorted = useMemo(() => {
    const largest = inCoverageOrder(providers, 'offers').slice(0, isAll ? undefined : most);
    return inCoverageOrder(largest, order);
  }, [providers, order, isAll]);
  const colourOf = useMemo(
    () => new Map(sides.map(({ side }, i) => [side, side === nobody ? plainColour : (colours[i] ?? plainColour)])),
    [sides],
  );
  const draw = useCallback((width: number) => drawCoverage(sorted, { width, sides: colourOf }), [sorted, colourOf]);
  const summary = summaryOf(sides, book.offers.length);
  return (
    <>
      <div class="pictures-asked">
        <Order order={order} onOrder={(sort) => choose({ sort })} />
        <label>
          <input
            type="checkbox"
            checked={isAll}
            onChange={({ currentTarget: { checked } }) => choose({ all: checked ? '1' : '' })}
          />{' '}
          all {providers.length.toLocaleString('en')} providers
        </label>
      </div>
      <p>
        {summary} {!isAll && providers.length > most && `Shown are the ${most} providers with the most offers.`}
      </p>
      <Legend label="Who states the prices" entries={entriesOf(sides, colourOf)} />
      <Figure draw={draw} label={summary} />
      <Counts rows={sorted} sides={sides} />
    </>
  );
}

type Sides = ReturnType<typeof coverageOf>['sides'];

const summaryOf = (sides: Sides, offers: number): string =>
  `${counted(offers, 'offer')}: ${sides
    .map(({ side, count }) => `${count.toLocaleString('en')} priced by ${wordsOf(side)} (${percent(count, offers)})`)
    .join(', ')}.`;

const entriesOf = (sides: Sides, colourOf: ReadonlyMap<Side, string>): Entry[] =>
  sides.map(({ side, count }) => ({ name: side, count, colour: colourOf.get(side) ?? plainColour }));

const Counts = ({ rows, sides }: { readonly rows: readonly Coverage[]; readonly sides: Sides }) => (
  <Behind
    caption="Who states the prices, by provider"
    rows={rows}
    most={most}
    columns={[
      { head: 'provider', cell: (one) => <ProviderLink {...one} /> },
      { head: 'offers', isNumber: true, cell: ({ offers }) => offers.toLocaleString('en') },
      ...sides.map(({ side }) => ({
        head: side,
        isNumber: true,
        cell: ({ by }: Coverage) => (by.get(side) ?? 0).toLocaleString('en'),
      })),
    ]}
  />
);

const wordsOf = (side: string): string => ({ provider: 'the provider itself', catalog: 'a catalog' })[side] ?? side;

const ProviderLink = ({ provider, name }: Pick<Coverage, 'provider' | 'name'>) => (
  <a href={hashOf({ view: 'offers', chosen: { provider } })}>{name}</a>
);

const Order = ({ order, onOrder }: { readonly order: string; readonly onOrder: (order: string) => void }) => (
  <label>
    order{' '}
    <select value={order} onChange={({ currentTarget: { value } }) => onOrder(value === 'offers' ? '' : value)}>
      {Object.entries(coverageOrders).map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  </label>
);
