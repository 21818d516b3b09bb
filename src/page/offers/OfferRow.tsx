import { memo } from 'preact/compat';
import type { Offer } from '../book.js';
import { hashOf } from '../hash.js';
import { statusWords, type Unit, whyNone } from '../money.js';
import type { Column } from './columns.js';

interface Props {
  readonly offer: Offer;
  readonly index: number;
  readonly columns: readonly Column[];
  readonly unit: Unit;
  /** px. */
  readonly height: number;
  readonly isPicked: boolean;
  readonly isCurrent: boolean;
  readonly onPick: (key: string) => void;
}

/** An offer as a row. Its controls are reached by the keys of the grid, not by one tab after the other. */
export const OfferRow = memo(({ offer, index, columns, unit, height, isPicked, isCurrent, onPick }: Props) => (
  <tr
    id={`row-${index}`}
    aria-rowindex={index + 2}
    aria-selected={isPicked}
    class={isCurrent ? 'current' : undefined}
    style={{ height }}
  >
    <td>
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isPicked}
        aria-label={`Pick ${offer.key}`}
        onChange={() => onPick(offer.key)}
      />
    </td>
    {columns.map((column) => (
      <Cell key={column.id} {...{ column, offer, unit }} />
    ))}
  </tr>
));

/** On a phone the provider stands below the id. */
const Name = ({ offer: { provider, id } }: Pick<Props, 'offer'>) => (
  <>
    <span class="offers-provider">{provider}/</span>
    <span>{id}</span>
  </>
);

function Cell({ column, offer, unit }: Pick<Props, 'offer' | 'unit'> & { readonly column: Column }) {
  const { id, value, text, isNumber } = column;
  const known = value(offer);
  const shown = known === undefined ? '' : (text?.(offer, unit) ?? String(known));
  if (id === 'offer' || id === 'model')
    return (
      <td title={shown}>
        {known === undefined ? null : (
          <a tabIndex={-1} href={hashOf({ view: id, of: shown })}>
            {id === 'offer' ? <Name offer={offer} /> : shown}
          </a>
        )}
      </td>
    );
  if (id === 'input' && known === undefined)
    return (
      <td class="number soft" title={whyNone(offer)}>
        {offer.pricing.status === 'priced' ? '–' : offer.pricing.status}
      </td>
    );
  const title = id === 'status' ? whyNone(offer) || statusWords[offer.pricing.status] : shown;
  return (
    <td class={isNumber ? 'number' : undefined} title={title}>
      {shown}
    </td>
  );
}
