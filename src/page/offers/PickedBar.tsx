import { chosenText } from '../chosenOffers.js';
import { hashOf } from '../hash.js';

/** What can be done with the offers that are picked; nothing where none is. */
export function PickedBar({ keys, onClear }: { readonly keys: readonly string[]; readonly onClear: () => void }) {
  if (keys.length === 0) return null;
  const offers = chosenText(keys);
  return (
    <div class="offers-picked" role="group" aria-label="Picked offers">
      <strong>{keys.length} picked</strong>
      <a href={hashOf({ view: 'compare', chosen: { offers } })}>Compare</a>
      <a href={hashOf({ view: 'cost', chosen: { offers } })}>Calculate</a>
      <button type="button" onClick={onClear}>
        Clear
      </button>
    </div>
  );
}
