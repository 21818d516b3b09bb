import { Exact } from '../../cost/dollars.js';
import { hashOf } from '../hash.js';
import { dollars, whyNone } from '../money.js';
import { type DayCost, ofDays } from './dayCost.js';
import { whyNoTotal } from './sumLines.js';

/** A month has 30 days here, a year 365. */
const spans = [
  { title: 'A day', days: 1 },
  { title: '30 days', days: 30 },
  { title: '365 days', days: 365 },
] as const;

interface Props {
  /** The cheapest first. */
  readonly costs: readonly DayCost[];
  /** Offers that are chosen and not in the table. */
  readonly missing: readonly string[];
  readonly remove: (key: string) => void;
}

/** What each offer costs. */
export function Costs({ costs, missing, remove }: Props) {
  const least = costs.length > 1 ? costs[0]?.cost.total : null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Costs">
      <table class="cost-costs">
        <caption>Cost in USD, the cheapest first</caption>
        <thead>
          <tr>
            <th scope="col">Offer</th>
            {spans.map(({ title }) => (
              <th key={title} scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {costs.map((one) => (
            <CostRow key={one.offer.key} {...one} {...{ remove }} isLeast={isSame(one.cost.total, least)} />
          ))}
          {missing.map((key) => (
            <tr key={key}>
              <th scope="row">
                {key} <Remove {...{ offer: key, remove }} />
              </th>
              <td colSpan={spans.length}>the table has no such offer</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isSame = (a: string | null, b: string | null | undefined): boolean =>
  a !== null && typeof b === 'string' && new Exact(a).eq(b);

interface RowProps extends DayCost {
  readonly isLeast: boolean;
  readonly remove: (key: string) => void;
}

function CostRow({ offer, cost, isLeast, remove }: RowProps) {
  const { total } = cost;
  return (
    <tr class={isLeast ? 'cost-least' : undefined}>
      <th scope="row">
        <a href={hashOf({ view: 'offer', of: offer.key })}>{offer.key}</a>
        {isLeast ? <span class="cost-mark">cheapest</span> : null}
        {offer.pricing.status === 'free' ? <span class="soft"> free</span> : null}{' '}
        <Remove {...{ offer: offer.key, remove }} />
      </th>
      {total === null ? (
        <td colSpan={spans.length}>not known: {whyNone(offer) || whyNoTotal(cost)}</td>
      ) : (
        spans.map(({ title, days }) => (
          <td key={title} class="number">
            <data value={ofDays(total, days)}>{dollars(ofDays(total, days))}</data>
          </td>
        ))
      )}
    </tr>
  );
}

const Remove = ({ offer, remove }: { readonly offer: string; readonly remove: (key: string) => void }) => (
  <button type="button" class="cost-remove" aria-label={`Remove ${offer}`} onClick={() => remove(offer)}>
    ×
  </button>
);
