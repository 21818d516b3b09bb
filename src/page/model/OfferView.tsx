import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { chosenText } from '../chosenOffers.js';
import type { Book, Offer } from '../book.js';
import { hashOf } from '../hash.js';
import { Link } from '../Link.js';
import { statusWords } from '../money.js';
import { unitIn } from '../unit.js';
import { UnitChoice } from '../UnitChoice.js';
import type { ViewProps } from '../view.js';
import { Evidence } from './Evidence.js';
import { factsOf, keptWords } from './facts.js';
import { Lines } from './Lines.js';
import { NotThere } from './NotThere.js';
import { PriceHistory } from './PriceHistory.js';
import { Prices } from './Prices.js';
import { soldEach } from './sold.js';
import { kindShown } from '../../book/models/soldWords.js';
import './model.css';

/** All that is known of an offer, which the place names by `provider/id`. */
export function OfferView({ book, place: { of: key, chosen }, choose }: ViewProps) {
  const offer = book.byKey.get(key);
  const unit = unitIn(chosen);
  if (!offer) return <NotThere what="offer" name={key} />;
  const { pricing } = offer;
  return (
    <>
      <h2>{key}</h2>
      <Head {...{ book, offer }} />
      <h3>Prices</h3>
      <UnitChoice {...{ unit, choose }} />
      {pricing.status === 'priced' ? null : (
        <p>
          <strong>{pricing.status}</strong>: {statusWords[pricing.status]}.
        </p>
      )}
      <Prices {...{ offer, unit }} />
      <h3>Evidence</h3>
      <Evidence {...{ offer, unit }} />
      <h3>Price over time</h3>
      <PriceHistory {...{ book, offers: [offer], unit, chosen, choose }} isOne />
      <h3>What it is</h3>
      <Lines lines={factsOf(offer).filter(({ text }) => text !== '')} />
    </>
  );
}

/** Whose it is, who sells it, and where to go from here. */
function Head({ book, offer }: { readonly book: Book; readonly offer: Offer }) {
  const { key, name, seller, model, lab } = offer;
  const [sold] = useMemo(() => soldEach(book, [offer]), [book, offer]);
  const kept = keptWords(offer);
  const offers = chosenText([key]);
  return (
    <>
      <dl class="model-lines">
        {name === null ? null : <Line term="name">{name}</Line>}
        <Line term="sold by">
          {seller.name} ({sold ? kindShown(sold) : ''}) <Link url={seller.docs} />
        </Line>
        {lab === null ? null : <Line term="made by">{lab}</Line>}
        <Line term="model">
          {model?.key ? (
            <a href={hashOf({ view: 'model', of: model.key })}>{model.key}</a>
          ) : (
            `can't be told: ${model?.why ?? 'nobody says which model it is'}`
          )}
        </Line>
        {kept === '' ? null : <Line term="could not be read now">{kept}</Line>}
      </dl>
      <p class="model-to">
        <a href={hashOf({ view: 'cost', chosen: { offers } })}>Calculate</a>{' '}
        <a href={hashOf({ view: 'compare', chosen: { offers } })}>Compare</a>
      </p>
    </>
  );
}

const Line = ({ term, children }: { readonly term: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
