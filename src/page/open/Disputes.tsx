import { useMemo } from 'preact/hooks';
import { nameOf } from '../../book/contested.js';
import { shown } from '../../settle/prices.js';
import { OfferLink } from '../OfferLink.js';
import { Rows } from '../Rows.js';
import type { ViewProps } from '../view.js';
import { disputes } from './questions.js';

/** Where witnesses differ. */
export function Disputes({ book }: ViewProps) {
  const all = useMemo(() => disputes(book), [book]);
  return (
    <>
      <p>
        {all.length.toLocaleString('en')} offers, most money at stake first. The price that is taken stands, the others
        are named.
      </p>
      <Rows
        caption="Where witnesses differ"
        rows={all}
        columns={[
          { head: 'offer', cell: (one) => <OfferLink offer={nameOf(one)} /> },
          { head: 'price', cell: ({ worst }) => worst?.field ?? '' },
          {
            head: 'taken',
            cell: ({ worst }) =>
              worst?.taken ? `${worst.taken.witness} says ${shown(worst.field, worst.taken.price)}` : 'none',
          },
          {
            head: 'others',
            cell: ({ worst, model }) =>
              worst
                ? worst.differ.map(({ witness, price }) => (
                    <div key={witness}>{`${witness} says ${shown(worst.field, price)}`}</div>
                  ))
                : model.pricing.issues.map(({ detail }) => <div key={detail}>{detail}</div>),
          },
        ]}
      />
    </>
  );
}
