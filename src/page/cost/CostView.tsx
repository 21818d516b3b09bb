import { useMemo } from 'preact/hooks';
import { chosenOffers, toggled } from '../chosenOffers.js';
import { hashOf, type Place } from '../hash.js';
import type { ViewProps } from '../view.js';
import { Costs } from './Costs.js';
import { type Day, dayOf, isUsed, promptOfOne } from './day.js';
import { cheapestFirst, type DayCost, dayCost } from './dayCost.js';
import { DayForm } from './DayForm.js';
import { OfferSearch } from '../search/OfferSearch.js';
import { Sum } from './Sum.js';
import './cost.css';

/** What a day, a month and a year cost at the offers that are chosen. */
export function CostView({ book, place: { chosen }, choose }: ViewProps) {
  const now = useMemo(() => new Date(), []);
  const keys = chosenOffers(chosen['offers']);
  const offers = keys.flatMap((key) => book.byKey.get(key) ?? []);
  const missing = keys.filter((key) => !book.byKey.has(key));
  const day = dayOf(chosen);
  const costs = day && isUsed(day) ? cheapestFirst(offers.map((offer) => dayCost(offer, day, now))) : [];
  const remove = (key: string) => choose({ offers: toggled(chosen['offers'], key) });
  return (
    <>
      <h2>What a day costs</h2>
      <DayForm {...{ chosen, choose, offers }} />
      <p class="soft">{dayWords(day)}</p>
      <OfferSearch {...{ book, chosen, choose }} />
      {keys.length === 0 ? <p>No offer is chosen yet: look for one above.</p> : null}
      {costs.length > 0 ? <Costs {...{ costs, missing, remove }} /> : <Chosen {...{ keys, missing, remove }} />}
      {costs.length > 0 ? <Sums {...{ costs, chosen }} /> : null}
    </>
  );
}

function dayWords(day: Day | null): string {
  if (day === null) return 'Some of it is no number.';
  const requests = `${day.requests.toLocaleString('en')} ${day.requests === 1 ? 'request' : 'requests'} a day`;
  if (!isUsed(day)) return `${requests}: type how many tokens they use together.`;
  const prompt = promptOfOne(day).toLocaleString('en', { maximumFractionDigits: 1 });
  return `${requests}, each with a prompt of ${prompt} tokens. Prices that depend on the time are those of now.`;
}

interface ChosenProps {
  readonly keys: readonly string[];
  readonly missing: readonly string[];
  readonly remove: (key: string) => void;
}

/** The offers while there is nothing to count. */
const Chosen = ({ keys, missing, remove }: ChosenProps) => (
  <ul class="search-found" aria-label="Offers that are chosen">
    {keys.map((key) => (
      <li key={key}>
        <button type="button" aria-label={`Remove ${key}`} onClick={() => remove(key)}>
          {key} <span class="soft">{missing.includes(key) ? 'is not in the table ' : ''}</span>×
        </button>
      </li>
    ))}
  </ul>
);

function Sums({ costs, chosen }: { readonly costs: readonly DayCost[]; readonly chosen: Place['chosen'] }) {
  return (
    <>
      <p>
        <a href={hashOf({ view: 'compare', chosen: { offers: chosen['offers'] ?? '' } })}>Compare these offers</a>
      </p>
      <h3>How it is worked out</h3>
      {costs.map((one) => (
        <Sum key={one.offer.key} {...one} />
      ))}
    </>
  );
}
