import type { Span } from '../../model/times.js';
import type { RunRow } from './timeline.js';
import { timeText } from './runColumns.js';

interface Props extends Pick<RunRow, 'times' | 'spent'> {
  readonly endMs: number;
}

/** What happens, in the order in which it lies over the others. */
export const phases = ['waiting', 'fetching', 'retrying', 'parsing'] as const;

/** A source's time as a bar: what it did when. */
export function Bar({ times, spent, endMs }: Props) {
  if (!times || !spent) return <span class="soft">not told</span>;
  const spans: Readonly<Record<(typeof phases)[number], readonly Span[]>> = { ...times, waiting: [[0, times.endedMs]] };
  const said = phases.flatMap((phase) => (spent[phase] > 0 ? `${phase} ${timeText(spent[phase])}` : [])).join(', ');
  // What takes a ms of a minute is to be seen as well.
  const least = endMs / 250;
  return (
    <svg class="run-bar" viewBox={`0 0 ${endMs} 10`} preserveAspectRatio="none" role="img" aria-label={said}>
      <title>{said}</title>
      {phases.map((phase) =>
        spans[phase].map(([from, to], i) => (
          <rect
            key={`${phase}${i}`}
            class={`run-${phase}`}
            x={from}
            width={Math.max(to - from, least)}
            y={phase === 'waiting' ? 4 : 1}
            height={phase === 'waiting' ? 2 : 8}
          />
        )),
      )}
    </svg>
  );
}
