import { areaY, axisX, axisY, gridY, lineY, plot, ruleY } from '@observablehq/plot';
import type { Level } from './timeline.js';

interface Look {
  readonly width: number;
  readonly endMs: number;
  /** How many may be read at a time. */
  readonly limit: number;
}

/** How many sources are read, from the start of the run to its end; a line at the limit. */
export function drawLevels(levels: readonly Level[], { width, endMs, limit }: Look): ReturnType<typeof plot> {
  const steps = [...levels, { ms: endMs, count: levels.at(-1)?.count ?? 0 }].map(({ ms, count }) => ({
    s: ms / 1000,
    count,
  }));
  const step = { x: 's', y: 'count', curve: 'step-after' } as const;
  const ticks = [0, Math.round(limit / 2), limit];
  return plot({
    width,
    height: 150,
    ...{ marginLeft: 36, marginRight: 16, marginTop: 24, marginBottom: 36 },
    className: 'pictures-plot',
    x: { domain: [0, endMs / 1000], label: 'seconds →' },
    y: { domain: [0, Math.max(limit, ...levels.map(({ count }) => count)) + 0.5], label: '↑ sources that are read' },
    marks: [
      gridY(ticks),
      axisX({ tickSpacing: 60 }),
      axisY(ticks, {}),
      areaY(steps, { ...step, fill: 'var(--run-fetching)', fillOpacity: 0.35 }),
      lineY(steps, { ...step, stroke: 'var(--run-fetching)', strokeWidth: 1.2 }),
      ruleY([limit], { stroke: 'currentColor', strokeDasharray: '4 3', strokeOpacity: 0.6 }),
    ],
  });
}
