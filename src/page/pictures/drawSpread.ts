import { axisX, axisY, dot, gridX, plot, ruleX } from '@observablehq/plot';
import { hashOf } from '../hash.js';
import { priceText } from '../money.js';
import { cutTo, logTicks } from './drawing.js';
import type { Pictured } from './priceContext.js';
import type { Spread, SpreadPoint } from './spread.js';

interface Look {
  readonly width: number;
  readonly field: Pictured;
  readonly title: string;
}

const rowHeight = 20;
/** px of a letter of a seller's name, as wide as they come on average. */
const letter = 6.6;

/** A row a seller, a dot an offer, which leads to it; a line at the middle price. */
export function drawSpread(
  { points, sellers, median }: Spread,
  { width, field, title }: Look,
): ReturnType<typeof plot> {
  const names = new Map(points.map(({ offer }) => [offer.provider, offer.seller.name]));
  const longest = Math.max(4, ...[...names.values()].map((name) => name.length));
  const letters = Math.min(longest, Math.floor((width * 0.38) / letter));
  const said = ({ offer }: SpreadPoint) =>
    `${offer.seller.name}: ${offer.key}, ${priceText(offer.cost[field] ?? 0, field, '1M')} ${title}`;
  const [low = 1, high = 1] = [points[0]?.usd, points.at(-1)?.usd];
  const domain = [low / 1.3, high * 1.3] as const;
  const marginLeft = Math.ceil(letters * letter) + 14;
  const ticks = logTicks(...domain, (width - marginLeft) / 50);
  return plot({
    width,
    height: sellers.length * rowHeight + 70,
    ...{ marginLeft, marginTop: 44, marginBottom: 8, marginRight: 24 },
    className: 'pictures-plot',
    x: { type: 'log', domain, label: `${title} →`, labelOffset: 40 },
    y: { domain: sellers, label: null, type: 'point' },
    marks: [
      axisX(ticks, { anchor: 'top', tickFormat: (usd: number) => `$${usd}` }),
      gridX(ticks),
      axisY({ tickSize: 0, tickFormat: (id: string) => cutTo(names.get(id) ?? id, letters) }),
      ...(median ? [ruleX([median.usd], { stroke: 'currentColor', strokeDasharray: '4 3', strokeOpacity: 0.6 })] : []),
      dot(points, {
        x: 'usd',
        y: ({ offer }: SpreadPoint) => offer.provider,
        r: 5,
        fill: 'var(--pictures-1)',
        href: ({ offer }: SpreadPoint) => hashOf({ view: 'offer', of: offer.key }),
        ariaLabel: said,
        title: said,
        tip: { ariaHidden: 'true' },
      }),
    ],
  });
}
