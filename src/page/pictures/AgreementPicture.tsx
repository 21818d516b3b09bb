import { useMemo } from 'preact/hooks';
import type { ViewProps } from '../view.js';
import { type Agreement, agreementOf } from './agreement.js';
import { agreementPairs, agreementSummary } from './agreementPairs.js';
import { Behind } from './Behind.js';
import { percent } from './drawing.js';

/** Of the offers of which two state a price, how often they state the same. */
export function AgreementPicture({ book }: ViewProps) {
  const agreement = useMemo(() => agreementOf(book.offers), [book]);
  const pairs = useMemo(() => agreementPairs(agreement), [agreement]);
  return (
    <>
      <p>{agreementSummary(agreement.witnesses.length, pairs)}</p>
      <p class="soft">
        In a cell: how often they state the same, and of how many offers both state a price. On the diagonal: of how
        many offers one does. Who differs in any price of an offer differs.
      </p>
      <Matrix {...agreement} />
      <Behind
        caption="Who agrees with whom"
        rows={pairs}
        columns={[
          { head: 'one', cell: ({ a }) => a },
          { head: 'other', cell: ({ b }) => b },
          { head: 'both state', isNumber: true, cell: ({ both }) => both.toLocaleString('en') },
          { head: 'agree', isNumber: true, cell: ({ agree }) => agree.toLocaleString('en') },
          { head: 'share', isNumber: true, cell: ({ agree, both }) => percent(agree, both) },
        ]}
      />
    </>
  );
}

const Matrix = ({ witnesses, of, stated }: Agreement) => (
  <div class="scroll" tabIndex={0} role="region" aria-label="Who agrees with whom">
    <table class="pictures-matrix">
      <caption class="hidden">Who agrees with whom</caption>
      <thead>
        <tr>
          <td />
          {witnesses.map((witness) => (
            <th key={witness} scope="col">
              {witness}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {witnesses.map((a) => (
          <tr key={a}>
            <th scope="row">{a}</th>
            {witnesses.map((b) =>
              a === b ? (
                <td key={b} class="soft">
                  {stated(a).toLocaleString('en')}
                </td>
              ) : (
                <Cell key={b} {...of(a, b)} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Cell = ({ both, agree }: ReturnType<Agreement['of']>) => (
  <td style={both > 0 ? { background: shade(agree / both) } : {}}>
    {percent(agree, both)}
    {both > 0 && <small>{both.toLocaleString('en')}</small>}
  </td>
);

/** The more they agree the more of the good colour, from half on; below that of the bad one. Text is readable on both. */
const shade = (share: number): string =>
  `color-mix(in oklab, var(${share < 0.5 ? '--bad' : '--good'}) ${Math.round(Math.abs(share - 0.5) * 60)}%, var(--back))`;
