import { axisX, axisY, dot, plot, pointer } from '@observablehq/plot';
import { colours, plainColour, shortCount } from './drawing.js';
import { otherLabs, type Point, type PriceContext } from './priceContext.js';

/** The colour of each lab. */
export const coloursOf = (labs: PriceContext['labs']): ReadonlyMap<string, string> =>
  new Map(labs.map(({ lab }, i) => [lab, lab === otherLabs ? plainColour : (colours[i] ?? plainColour)]));

/** Dots on log axes; those of the labs without a colour lie below the others. */
export function drawContext(
  points: readonly Point[],
  labs: ReadonlyMap<string, string>,
  { width, title }: { readonly width: number; readonly title: string },
): ReturnType<typeof plot> {
  const place = { x: 'context', y: 'usd' } as const;
  const rank = ({ lab }: Point): number => (lab === otherLabs ? 0 : 1);
  return plot({
    width,
    height: Math.round(Math.min(560, Math.max(320, width * 0.55))),
    marginLeft: 52,
    marginBottom: 40,
    className: 'pictures-plot',
    x: { type: 'log', grid: true, label: 'context window, tokens →' },
    y: { type: 'log', grid: true, label: `↑ ${title}` },
    color: { domain: [...labs.keys()], range: [...labs.values()] },
    marks: [
      axisX({ tickFormat: shortCount, tickSpacing: 70 }),
      axisY({ tickFormat: (usd: number) => `$${usd}`, tickSpacing: 40 }),
      dot(points, {
        ...place,
        fill: 'lab',
        fillOpacity: 0.65,
        r: width < 600 ? 2.2 : 3,
        sort: rank as never,
      }),
      dot(
        points,
        pointer({ ...place, ariaHidden: 'true', r: 7, stroke: 'currentColor', strokeWidth: 2, maxRadius: 30 }),
      ),
    ],
  });
}
