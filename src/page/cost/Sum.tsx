import { whyNone } from '../money.js';
import type { DayCost } from './dayCost.js';
import { sumLines, whyNoTotal } from './sumLines.js';

/** How the cost of a day at an offer is worked out. */
export function Sum({ offer, cost }: DayCost) {
  const { pricing } = offer;
  const why = whyNone(offer);
  const lines = sumLines(cost);
  return (
    <details class="cost-sum" open>
      <summary>
        {offer.key} {cost.total === null ? 'has no total' : `= $${cost.total} a day`}
      </summary>
      {lines.length > 0 ? <Lines lines={lines} total={cost.total} name={offer.key} /> : null}
      {cost.total === null ? <p>No total is given: {whyNoTotal(cost)}.</p> : null}
      {why === '' ? null : <p>{why}</p>}
      {pricing.source === null ? null : (
        <p class="soft">
          Prices stated by {pricing.source}
          {pricing.confidence === null ? '' : `, right with a chance of ${pricing.confidence}`}.
        </p>
      )}
    </details>
  );
}

interface LinesProps {
  readonly lines: ReturnType<typeof sumLines>;
  readonly total: string | null;
  readonly name: string;
}

const Lines = ({ lines, total, name }: LinesProps) => (
  <div class="scroll" tabIndex={0} role="region" aria-label={`The sum of ${name}`}>
    <table>
      <caption class="hidden">The sum of {name}</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col" class="number">
            Units × price
          </th>
          <th scope="col" class="number">
            = USD
          </th>
          <th scope="col">Holds</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ part, units, price, holds, usd }, i) => (
          <tr key={i}>
            <th scope="row">{part}</th>
            <td class="number">
              {units} × {price}
            </td>
            <td class="number">{usd}</td>
            <td>{holds}</td>
          </tr>
        ))}
      </tbody>
      {total === null ? null : <Total total={total} />}
    </table>
  </div>
);

const Total = ({ total }: { readonly total: string }) => (
  <tfoot>
    <tr>
      <th scope="row" colSpan={2}>
        A day
      </th>
      <td class="number">${total}</td>
      <td />
    </tr>
  </tfoot>
);
