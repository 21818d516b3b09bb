import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { isOver, type Row } from './row.js';

/** The rows as bars of their ratios on a logarithmic scale, each with a tick where its bar is: an SVG document. */
export function plotOf(rows: readonly Row[]): string {
  const { document } = parseHTML('<!doctype html><body></body>') as { readonly document: unknown };
  const shown = rows
    .filter(({ ratio }) => ratio > 0 && Number.isFinite(ratio))
    .map((row) => ({ ...row, name: `${row.part}: ${row.what} / ${plain(row.floor)}`, isOver: isOver(row) }));
  const least = Math.min(1, ...shown.map(({ ratio }) => ratio)) / 1.5;
  const options: Plot.PlotOptions = {
    document: document as never,
    ...{ width: 1000, height: 60 + 20 * shown.length, marginLeft: 520, marginRight: 40 },
    x: { type: 'log', label: 'ratio to the floor (shorter is faster)', grid: true, tickFormat: '~g' },
    y: { label: null, domain: shown.map(({ name }) => name) },
    marks: [
      Plot.barX(shown, {
        y: 'name',
        x1: least,
        x2: 'ratio',
        fill: ({ isOver: over }) => (over ? '#c0392b' : '#2e7d6b'),
      }),
      Plot.tickX(
        shown.filter(({ bar }) => bar !== null),
        { y: 'name', x: 'bar', stroke: '#000', strokeWidth: 2 },
      ),
      Plot.ruleX([1], { stroke: '#888', strokeDasharray: '3,3' }),
    ],
  };
  const svg = Plot.plot(options) as unknown as {
    readonly outerHTML: string;
    readonly setAttribute: (name: string, value: string) => void;
  };
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${svg.outerHTML}\n`;
}

const plain = (text: string): string => text.replaceAll('`', '');
