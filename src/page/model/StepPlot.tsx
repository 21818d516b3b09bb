import { axisX, axisY, dot, gridY, line, plot, ruleY } from '@observablehq/plot';
import { useEffect, useRef } from 'preact/hooks';
import type { Corner } from './moves.js';

interface Props {
  readonly corners: readonly Corner[];
  /** What the heights are. */
  readonly title: string;
  /** What is drawn, for who hears it. */
  readonly name: string;
}

/** Lines that go up and down in steps. */
export function StepPlot({ corners, title, name }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const picture = drawn({ corners, title, width: current.clientWidth });
    // Its parts are named in a way that is read to nobody; the frame says what it is.
    picture.ariaHidden = 'true';
    current.replaceChildren(picture);
  });
  return (
    <div ref={frame} class="model-plot" role="img" aria-label={`${name}: ${title}. The table below has the same.`} />
  );
}

const drawn = ({ corners, title, width }: Pick<Props, 'corners' | 'title'> & { readonly width: number }): Element =>
  plot({
    ...{ width: Math.min(width, 900), height: 260, marginLeft: 55 },
    x: { type: 'utc' },
    y: { zero: true, nice: true },
    color: { legend: true },
    marks: [
      gridY(),
      axisX({ label: null }),
      axisY({ label: title }),
      ruleY([0]),
      line(corners, { x: 'at', y: 'usd', z: 'name', stroke: 'name', strokeWidth: 2, curve: 'step-after' }),
      dot(corners, { x: 'at', y: 'usd', fill: 'name', r: 2.5 }),
    ],
  });
