import type { Unit } from './money.js';
import type { Choose } from './usePlace.js';

/** Where it is chosen for how many tokens prices are shown. */
export const UnitChoice = ({ unit, choose }: { readonly unit: Unit; readonly choose: Choose }) => (
  <label>
    USD per{' '}
    <select value={unit} onChange={({ currentTarget: { value } }) => choose({ unit: value === '1M' ? '' : value })}>
      <option value="1M">1M tokens</option>
      <option value="1K">1K tokens</option>
    </select>
  </label>
);
