import { useMemo } from 'preact/hooks';
import { whyNone } from '../money.js';
import { OfferLink } from '../OfferLink.js';
import { Rows } from '../Rows.js';
import type { ViewProps } from '../view.js';
import { reasonsOf } from './questions.js';

/** Offers without a price by the reason for it. */
export function Unknown({ book, place: { chosen }, choose }: ViewProps) {
  const reasons = useMemo(() => reasonsOf(book.offers), [book]);
  const without = book.offers.filter(({ pricing: { status } }) => status === 'unknown' || status === 'quarantined');
  return (
    <>
      <p>
        {without.length.toLocaleString('en')} of {book.offers.length.toLocaleString('en')} offers have no price that can
        be told. Each says why; one may have several reasons.
      </p>
      {reasons.map(({ code, offers, example }) => (
        <details
          key={code}
          open={chosen['why'] === code}
          onToggle={({ currentTarget: { open } }) => {
            if (open) choose({ why: code });
            else if (chosen['why'] === code) choose({ why: '' });
          }}
        >
          <summary>
            <strong>{code}</strong> {offers.length.toLocaleString('en')} <span class="soft">such as: {example}</span>
          </summary>
          {chosen['why'] === code && (
            <Rows
              caption={`Offers without a price: ${code}`}
              rows={offers}
              columns={[
                { head: 'offer', cell: ({ key }) => <OfferLink offer={key} /> },
                { head: 'why', cell: (offer) => <div class="open-why">{whyNone(offer)}</div> },
              ]}
            />
          )}
        </details>
      ))}
    </>
  );
}
