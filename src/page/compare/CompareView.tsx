import { useMemo } from 'preact/hooks';
import { chosenOffers, chosenText, toggled } from '../chosenOffers.js';
import { hashOf } from '../hash.js';
import { soldEach } from '../model/sold.js';
import { OfferSearch } from '../search/OfferSearch.js';
import { unitIn } from '../unit.js';
import { UnitChoice } from '../UnitChoice.js';
import type { ViewProps } from '../view.js';
import { compared } from './compared.js';
import { SideBySide } from './SideBySide.js';
import './compare.css';

/** Offers side by side. */
export function CompareView({ book, place: { chosen }, choose }: ViewProps) {
  const unit = unitIn(chosen);
  const keys = chosenOffers(chosen['offers']);
  const missing = keys.filter((key) => !book.byKey.has(key));
  const isOnly = chosen['only'] === 'differences';
  const sold = useMemo(
    () =>
      soldEach(
        book,
        chosenOffers(chosen['offers']).flatMap((key) => book.byKey.get(key) ?? []),
      ),
    [book, chosen['offers']],
  );
  const remove = (key: string) => choose({ offers: toggled(chosen['offers'], key) });
  return (
    <>
      <h2>Offers side by side</h2>
      {sold.length > 0 ? (
        <div class="compare-bar">
          <label>
            <input
              type="checkbox"
              checked={isOnly}
              onChange={({ currentTarget: { checked } }) => choose({ only: checked ? 'differences' : '' })}
            />{' '}
            Only what differs
          </label>
          <UnitChoice {...{ unit, choose }} />
          <a href={hashOf({ view: 'cost', chosen: { offers: chosenText(keys) } })}>Calculate what they cost</a>
        </div>
      ) : (
        <p>No offer is chosen yet: look for one below.</p>
      )}
      {sold.length > 0 ? <SideBySide {...{ sold, isOnly, remove }} groups={compared(sold, unit)} /> : null}
      <Missing {...{ missing, remove }} />
      <OfferSearch {...{ book, chosen, choose }} />
    </>
  );
}

interface MissingProps {
  readonly missing: readonly string[];
  readonly remove: (key: string) => void;
}

/** What is chosen and not in the table. */
const Missing = ({ missing, remove }: MissingProps) =>
  missing.map((key) => (
    <p key={key}>
      The table has no offer {key}.{' '}
      <button type="button" onClick={() => remove(key)}>
        Remove {key}
      </button>
    </p>
  ));
