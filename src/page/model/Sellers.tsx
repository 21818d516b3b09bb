import { hashOf } from '../hash.js';
import { type Sold, sellersOf } from './sold.js';

/** Who runs a model, and who passes calls on. */
export const Sellers = ({ sold }: { readonly sold: readonly Sold[] }) => (
  <dl class="model-lines">
    {sellersOf(sold).map(({ how, sellers }) => (
      <div key={how}>
        <dt>{how}</dt>
        <dd>
          {sellers.map(({ provider, name, offers }, i) => (
            <span key={provider}>
              {i > 0 ? ', ' : ''}
              <a href={hashOf({ view: 'offer', of: offers[0]?.key ?? '' })}>{name}</a>
              {offers.length > 1 ? ` (${offers.length} offers)` : ''}
            </span>
          ))}
        </dd>
      </div>
    ))}
  </dl>
);
