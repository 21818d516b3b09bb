import { useMemo } from 'preact/hooks';
import { chosenOffers, chosenText } from '../chosenOffers.js';
import { hashOf } from '../hash.js';
import { unitIn } from '../unit.js';
import { UnitChoice } from '../UnitChoice.js';
import type { ViewProps } from '../view.js';
import { Evidence } from './Evidence.js';
import { Identity } from './Identity.js';
import { NotThere } from './NotThere.js';
import { OffersOfModel } from './OffersOfModel.js';
import { PriceHistory } from './PriceHistory.js';
import { Said } from './Said.js';
import { Sellers } from './Sellers.js';
import { type Sold, soldOffers } from './sold.js';
import './model.css';

/** All that is known of a model, which the place names by its key. */
export function ModelView({ book, place: { of: key, chosen }, choose }: ViewProps) {
  const sold = useMemo(() => soldOffers(book, key), [book, key]);
  const offers = sold.map(({ offer }) => offer);
  const unit = unitIn(chosen);
  if (sold.length === 0) return <NotThere what="model" name={key} />;
  return (
    <>
      <h2>{key}</h2>
      <Identity {...{ book, name: key, offers }} />
      <h3>Offers, the cheapest first</h3>
      <ToCompare {...{ sold, chosen }} />
      <UnitChoice {...{ unit, choose }} />
      <OffersOfModel {...{ sold, unit, chosen, choose }} />
      <h3>Who sells it</h3>
      <Sellers sold={sold} />
      <h3>Price over time</h3>
      <PriceHistory {...{ book, offers, unit, chosen, choose }} />
      <h3>Evidence of each price</h3>
      {offers.map((offer) => (
        <details key={offer.key} class="model-evidence">
          <summary>{offer.key}</summary>
          <Evidence {...{ offer, unit }} />
        </details>
      ))}
      <Said offers={offers} />
    </>
  );
}

interface ToCompareProps {
  readonly sold: readonly Sold[];
  readonly chosen: ViewProps['place']['chosen'];
}

/** Where to go with the offers that are picked, or with the cheapest while none is. */
function ToCompare({ sold, chosen }: ToCompareProps) {
  const picked = chosenOffers(chosen['offers']);
  const keys = picked.length > 0 ? picked : sold.slice(0, 3).map(({ offer }) => offer.key);
  const offers = chosenText(keys);
  return (
    <p class="model-to">
      {picked.length > 0 ? `${picked.length} picked:` : 'Pick some, or take the first:'}{' '}
      <a href={hashOf({ view: 'compare', chosen: { offers } })}>Compare</a>{' '}
      <a href={hashOf({ view: 'cost', chosen: { offers } })}>Calculate</a>
    </p>
  );
}
