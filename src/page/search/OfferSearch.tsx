import { chosenOffers, mostChosen, toggled } from '../chosenOffers.js';
import type { Book, Offer } from '../book.js';
import type { Place } from '../hash.js';
import { priceNames, pricesKnown, priceText, statusWords } from '../money.js';
import type { Choose } from '../usePlace.js';
import { findOffers } from './findOffers.js';
import './search.css';

/** So many are shown: who looks for another one types one more word. */
const most = 8;

interface Props {
  readonly book: Book;
  readonly chosen: Place['chosen'];
  readonly choose: Choose;
}

/** Offers to be found by words, and added or taken away. */
export function OfferSearch({ book, chosen, choose }: Props) {
  const text = chosen['find'] ?? '';
  const { offers, found } = findOffers(book.offers, text, most);
  const keys = new Set(chosenOffers(chosen['offers']));
  const isFull = keys.size >= mostChosen;
  return (
    <search class="search">
      <label>
        Add an offer
        <input
          type="search"
          value={text}
          autocomplete="off"
          placeholder="a model, a provider, or both"
          onInput={({ currentTarget: { value } }) => choose({ find: value })}
        />
      </label>
      <p class="soft" role="status">
        {text.trim() === '' ? '' : foundWords(found, isFull)}
      </p>
      <ul class="search-found">
        {offers.map((offer) => (
          <li key={offer.key}>
            <button
              type="button"
              aria-pressed={keys.has(offer.key)}
              disabled={isFull && !keys.has(offer.key)}
              onClick={() => choose({ offers: toggled(chosen['offers'], offer.key) })}
            >
              <span aria-hidden="true">{keys.has(offer.key) ? '✓' : '+'}</span> {offer.key}{' '}
              <span class="soft">{pricesWords(offer)}</span>
            </button>
          </li>
        ))}
      </ul>
    </search>
  );
}

function foundWords(found: number, isFull: boolean): string {
  if (isFull) return `${mostChosen} offers are chosen, which is the most`;
  const shown = found > most ? `, the first ${most} are shown` : '';
  return `${found.toLocaleString('en')} ${found === 1 ? 'offer' : 'offers'} found${shown}`;
}

/** The first prices of an offer in a few words, or why it has none. */
function pricesWords(offer: Offer): string {
  const { status } = offer.pricing;
  if (status !== 'priced') return status === 'free' ? 'free' : statusWords[status];
  return pricesKnown(offer)
    .slice(0, 2)
    .map(([field, price]) => `${priceNames[field]} $${priceText(price, field, '1M')}`)
    .join(', ');
}
