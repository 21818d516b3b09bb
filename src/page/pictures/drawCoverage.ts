import { axisX, axisY, barX, plot, stackX } from '@observablehq/plot';
import { counted, cutTo, percent } from './drawing.js';
import { type Coverage, shareOf, type Side } from './coverage.js';

interface Look {
  readonly width: number;
  /** The colour of each side, in their order. */
  readonly sides: ReadonlyMap<Side, string>;
}

interface Part {
  readonly of: Coverage;
  readonly side: Side;
  readonly share: number;
}

const rowHeight = 19;
/** px of a letter of a provider's name, as wide as they come on average. */
const letter = 6.6;

const said = ({ of, side }: Part): string => {
  const own = of.by.get(side) ?? 0;
  return `${of.name}: ${counted(own, 'offer')} of ${of.offers.toLocaleString('en')} by ${side} (${percent(own, of.offers)})`;
};

/** A bar a provider, in parts by who states the prices of its offers; their number is at its end. */
export function drawCoverage(providers: readonly Coverage[], { width, sides }: Look): ReturnType<typeof plot> {
  const known = new Map(providers.map((one) => [one.provider, one]));
  const longest = Math.max(4, ...providers.map(({ name }) => name.length));
  const letters = Math.min(longest, Math.floor((width * 0.38) / letter));
  const order = [...sides.keys()];
  const parts = providers.flatMap((of): Part[] =>
    order.flatMap((side) => (of.by.has(side) ? [{ of, side, share: shareOf(of, side) }] : [])),
  );
  const stack = { x: 'share', y: ({ of }: Part) => of.provider, fill: 'side', order, title: said };
  return plot({
    width,
    height: providers.length * rowHeight + 50,
    ...{ marginLeft: Math.ceil(letters * letter) + 14, marginRight: 46, marginTop: 26, marginBottom: 8 },
    className: 'pictures-plot',
    x: { domain: [0, 1], label: null },
    y: { domain: [...known.keys()], label: null, padding: 0.18 },
    color: { domain: order, range: [...sides.values()] },
    marks: [
      axisX([0, 0.25, 0.5, 0.75, 1], { anchor: 'top', tickFormat: (share: number) => `${share * 100}%` }),
      axisY({ tickSize: 0, tickFormat: (id: string) => cutTo(known.get(id)?.name ?? id, letters) }),
      axisY({
        ...{ anchor: 'right', tickSize: 0 },
        tickFormat: (id: string) => known.get(id)?.offers.toLocaleString('en') ?? '',
      }),
      barX(parts, stackX({ ...stack, tip: { ariaHidden: 'true' } })),
    ],
  });
}
