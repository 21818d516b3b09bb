import type { plot } from '@observablehq/plot';
import type { Point } from './priceContext.js';

/** Puts a ring around a point of what is drawn; gives what takes it away. */
export function ringAt(drawn: ReturnType<typeof plot>, { context, usd }: Point): () => void {
  const svg = drawn instanceof SVGSVGElement ? drawn : drawn.querySelector('svg');
  const ring = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  const at = (scale: 'x' | 'y', value: number) => String(drawn.scale(scale)?.apply(value));
  for (const [name, value] of Object.entries({
    cx: at('x', context),
    cy: at('y', usd),
    r: '8',
    class: 'pictures-ring',
  }))
    ring.setAttribute(name, value);
  svg?.append(ring);
  return () => ring.remove();
}
