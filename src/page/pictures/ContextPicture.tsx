import type { plot } from '@observablehq/plot';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { OfferLink } from '../OfferLink.js';
import { priceNames, priceText } from '../money.js';
import type { ViewProps } from '../view.js';
import { Behind } from './Behind.js';
import { contextSummary } from './contextSummary.js';
import { coloursOf, drawContext } from './drawContext.js';
import { type Entry, plainColour } from './drawing.js';
import { Figure } from './Figure.js';
import { Legend } from './Legend.js';
import { PriceChoice } from './PriceChoice.js';
import { type Pictured, picturedIn, type Point, type PriceContext, priceContextOf } from './priceContext.js';
import { ringAt } from './ringAt.js';
import { stepped } from './stepped.js';

type Drawn = ReturnType<typeof plot>;

/** What an offer costs, by how much fits into its prompt: a dot an offer, its colour that of its lab. */
export function ContextPicture({ book, place: { chosen }, choose }: ViewProps) {
  const field = picturedIn(chosen['price']);
  const all = useMemo(() => priceContextOf(book.offers, field), [book, field]);
  const only = chosen['lab'] ?? '';
  const shown = useMemo(() => (only === '' ? all.points : all.points.filter(({ lab }) => lab === only)), [all, only]);
  const colours = useMemo(() => coloursOf(all.labs), [all]);
  const title = `USD per 1M tokens, ${priceNames[field]}`;
  const draw = useCallback((width: number) => drawContext(shown, colours, { width, title }), [shown, colours, title]);
  const [drawn, setDrawn] = useState<Drawn>();
  const pointed = usePointed(drawn);
  const at = shown.find(({ offer }) => offer.key === chosen['at']);
  useEffect(() => (drawn && at ? ringAt(drawn, at) : undefined), [drawn, at]);
  const summary = contextSummary(all, field, book.offers.length);
  return (
    <>
      <div class="pictures-asked">
        <PriceChoice {...{ field, choose }} />
      </div>
      <p>{summary}</p>
      <Told point={pointed ?? at} field={field} />
      <div
        class="pictures-walked"
        role="application"
        tabIndex={0}
        aria-label="Offers in the picture: arrow keys go from one to the next, Enter opens it"
        onClick={() => pointed && choose({ at: pointed.offer.key })}
        onKeyDown={(event) => stepped(event, { shown, at, choose })}
      >
        <Figure draw={draw} label={summary} onDrawn={setDrawn as (drawn: Element | undefined) => void} />
      </div>
      <Legend label="Labs" entries={entriesOf(all, colours)} only={only} onOnly={(lab) => choose({ lab })} />
      <Dots {...{ shown, field, title }} />
    </>
  );
}

const entriesOf = ({ labs }: PriceContext, colours: ReadonlyMap<string, string>): Entry[] =>
  labs.map(({ lab, count }) => ({ name: lab, count, colour: colours.get(lab) ?? plainColour }));

interface Dots {
  readonly shown: readonly Point[];
  readonly field: Pictured;
  readonly title: string;
}

const Dots = ({ shown, field, title }: Dots) => (
  <Behind
    caption="Offers by context and price"
    rows={shown}
    columns={[
      { head: 'offer', cell: ({ offer }) => <OfferLink offer={offer.key} /> },
      { head: 'lab', cell: ({ offer }) => offer.lab ?? '' },
      { head: 'context', isNumber: true, cell: ({ context }) => context.toLocaleString('en') },
      { head: title, isNumber: true, cell: ({ offer }) => priceText(offer.cost[field] ?? 0, field, '1M') },
    ]}
  />
);

/** What lies under the pointer. */
function usePointed(drawn: Drawn | undefined): Point | undefined {
  const [pointed, setPointed] = useState<Point>();
  useEffect(() => {
    const point = () => setPointed((drawn as unknown as { readonly value?: Point | null }).value ?? undefined);
    drawn?.addEventListener('input', point);
    return () => {
      drawn?.removeEventListener('input', point);
      setPointed(undefined);
    };
  }, [drawn]);
  return pointed;
}

function Told({ point, field }: { readonly point: Point | undefined; readonly field: Pictured }) {
  return (
    <p class="pictures-told" aria-live="polite">
      {point ? (
        <>
          <OfferLink offer={point.offer.key} />
          {point.offer.lab ? ` of ${point.offer.lab}` : ''}: {point.context.toLocaleString('en')} tokens,{' '}
          {priceText(point.offer.cost[field] ?? 0, field, '1M')} USD per 1M {priceNames[field]}
        </>
      ) : (
        <span class="soft">A dot is an offer: point at it, or go there with the arrow keys.</span>
      )}
    </p>
  );
}
