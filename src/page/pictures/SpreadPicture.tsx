import { useCallback, useMemo, useState } from 'preact/hooks';
import { OfferLink } from '../OfferLink.js';
import { priceNames, priceText } from '../money.js';
import type { ViewProps } from '../view.js';
import { Behind } from './Behind.js';
import { drawSpread } from './drawSpread.js';
import { Figure } from './Figure.js';
import { PriceChoice } from './PriceChoice.js';
import { picturedIn, type Pictured } from './priceContext.js';
import { modelMeant, type Spread, spreadable, type Spreadable, spreadOf } from './spread.js';
import { spreadSummary } from './spreadSummary.js';

const title = 'USD per 1M tokens';

/** What one model costs at whom: a row a provider, a dot an offer. */
export function SpreadPicture({ book, place: { chosen }, choose }: ViewProps) {
  const field = picturedIn(chosen['price']);
  const models = useMemo(() => spreadable(book, field), [book, field]);
  const model = modelMeant(models, chosen['model'] ?? '');
  const spread = useMemo(() => spreadOf(book.byModel.get(model?.key ?? '') ?? [], field), [book, model, field]);
  const draw = useCallback((width: number) => drawSpread(spread, { width, field, title }), [spread, field]);
  const summary = `${model?.key ?? ''}: ${spreadSummary(spread, field)}`;
  return (
    <>
      <div class="pictures-asked">
        <ModelChoice
          models={models}
          typed={chosen['model']}
          shown={model}
          onType={(typed) => choose({ model: typed })}
        />
        <PriceChoice {...{ field, choose }} />
      </div>
      {model ? (
        <>
          <p>{summary}</p>
          <Figure draw={draw} label={summary} hasLinks />
          <Prices points={spread.points} {...{ model, field }} />
        </>
      ) : (
        <p>No model of that name has this price at two offers.</p>
      )}
    </>
  );
}

interface Prices extends Pick<Spread, 'points'> {
  readonly model: Spreadable;
  readonly field: Pictured;
}

const Prices = ({ points, model, field }: Prices) => (
  <Behind
    caption={`Prices of ${model.key}`}
    rows={points}
    columns={[
      { head: 'offer', cell: ({ offer }) => <OfferLink offer={offer.key} /> },
      { head: 'provider', cell: ({ offer }) => offer.seller.name },
      {
        head: `${title}, ${priceNames[field]}`,
        isNumber: true,
        cell: ({ offer }) => priceText(offer.cost[field] ?? 0, field, '1M'),
      },
      { head: 'stated by', cell: ({ offer }) => offer.pricing.source ?? '' },
    ]}
  />
);

interface Choice {
  readonly models: readonly Spreadable[];
  readonly typed: string | undefined;
  readonly shown: Spreadable | undefined;
  readonly onType: (typed: string) => void;
}

/** Which model, as one types; where nothing is typed its field says which one is shown. */
function ModelChoice({ models, typed, shown, onType }: Choice) {
  const [isAsked, setAsked] = useState(false);
  return (
    <label>
      model{' '}
      <input
        type="search"
        list="pictures-models"
        placeholder={shown?.key}
        value={typed ?? ''}
        onFocus={() => setAsked(true)}
        onInput={({ currentTarget: { value } }) => onType(value)}
      />
      <datalist id="pictures-models">
        {isAsked && models.map(({ key, priced }) => <option key={key} value={key} label={`${priced} prices`} />)}
      </datalist>
    </label>
  );
}
