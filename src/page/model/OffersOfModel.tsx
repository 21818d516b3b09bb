import type { ComponentChildren } from 'preact';
import { kindShown, special } from '../../book/models/soldWords.js';
import { chosenOffers, toggled } from '../chosenOffers.js';
import type { Offer } from '../book.js';
import type { Place } from '../hash.js';
import { priceText, type Unit, whyNone } from '../money.js';
import { OfferLink } from '../OfferLink.js';
import { leastConfidence } from '../../settle/leastConfidence.js';
import type { Choose } from '../usePlace.js';
import type { Sold } from './sold.js';

interface Props {
  readonly sold: readonly Sold[];
  readonly unit: Unit;
  readonly chosen: Place['chosen'];
  readonly choose: Choose;
}

const prices = [
  ['input', 'Input'],
  ['output', 'Output'],
  ['cacheRead', 'Cache read'],
] as const;

/** The offers of a model, to be picked. */
export function OffersOfModel({ sold, unit, chosen, choose }: Props) {
  const picked = new Set(chosenOffers(chosen['offers']));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Offers">
      <table class="model-offers">
        <caption class="hidden">Prices in USD per {unit} tokens</caption>
        <thead>
          <tr>
            <th scope="col">Offer</th>
            {prices.map(([field, title]) => (
              <th key={field} scope="col" class="number">
                {title}
              </th>
            ))}
            {['Sold by a', 'What is special', 'Stated by'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" class="number">
              Chance
            </th>
          </tr>
        </thead>
        <tbody>
          {sold.map((one) => (
            <OfferRow
              key={one.offer.key}
              {...{ one, unit }}
              isPicked={picked.has(one.offer.key)}
              pick={() => choose({ offers: toggled(chosen['offers'], one.offer.key) })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly one: Sold;
  readonly unit: Unit;
  readonly isPicked: boolean;
  readonly pick: () => void;
}

function OfferRow({ one, unit, isPicked, pick }: RowProps) {
  const { offer } = one;
  const { source, confidence } = offer.pricing;
  return (
    <tr class={isPicked ? 'model-picked' : undefined}>
      <th scope="row">
        <span class="model-pick">
          <input type="checkbox" checked={isPicked} onChange={pick} aria-label={`Pick ${offer.key}`} />
          <OfferLink offer={offer.key} />
        </span>
      </th>
      <PriceCells {...{ offer, unit }} />
      <td>{kindShown(one)}</td>
      <td>{special(offer).join(', ')}</td>
      <td>{source ?? ''}</td>
      <td class="number">{isDoubtful(confidence) ? <Doubtful>{confidence}</Doubtful> : confidence}</td>
    </tr>
  );
}

const isDoubtful = (confidence: number | null): boolean => confidence !== null && confidence < leastConfidence;

const Doubtful = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="model-doubtful">doubtful, {children}</span>
);

/** The prices of an offer; where it has none why. */
function PriceCells({ offer, unit }: { readonly offer: Offer; readonly unit: Unit }) {
  const { status } = offer.pricing;
  if (status === 'free') return <td colSpan={prices.length}>free</td>;
  if (status !== 'priced') return <td colSpan={prices.length}>{whyNone(offer)}</td>;
  return prices.map(([field]) => {
    const price = offer.cost[field];
    return (
      <td key={field} class="number">
        {typeof price === 'number' ? priceText(price, field, unit) : '-'}
      </td>
    );
  });
}
