import { OfferLink } from '../OfferLink.js';
import { Rows } from '../Rows.js';
import type { ViewProps } from '../view.js';

/** Prices that were stated and are not used. */
export function Quarantine({ book: { data } }: ViewProps) {
  const refused = data.run?.quarantined ?? [];
  return (
    <>
      <p>{refused.length.toLocaleString('en')} prices were stated and are not used, with the law that they break.</p>
      <Rows
        caption="Refused prices"
        rows={refused}
        columns={[
          { head: 'offer', cell: ({ model }) => <OfferLink offer={model} /> },
          { head: 'stated by', cell: ({ witness, row }) => [witness, row].filter((word) => word !== null).join(', ') },
          { head: 'law', cell: ({ code }) => code },
          { head: 'why', cell: ({ detail }) => <div class="open-why">{detail}</div> },
        ]}
      />
    </>
  );
}
