import { priceNames } from '../money.js';
import type { ViewProps } from '../view.js';
import { pictured, type Pictured } from './priceContext.js';

/** Which price is drawn. */
export const PriceChoice = ({ field, choose }: Pick<ViewProps, 'choose'> & { readonly field: Pictured }) => (
  <label>
    price of{' '}
    <select
      value={field}
      onChange={({ currentTarget: { value } }) => choose({ price: value === 'input' ? '' : value })}
    >
      {pictured.map((one) => (
        <option key={one} value={one}>
          {priceNames[one]}
        </option>
      ))}
    </select>
  </label>
);
