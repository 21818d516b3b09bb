import type { RunState } from '../../../operators/followRun/runState.js';
import { printable } from '../../printable.js';
import { count, counted } from '../count.js';
import { bar } from '../bar.js';
import { cut } from '../cut.js';
import { headline } from './headline.js';
import { type Look, sourceLines } from './sourceLines.js';
import { widthOf } from '../widthOf.js';

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Columns that a spinner and the blank after it take of the first line. */
const spinner = 2;
const widestBar = 30;
const narrowestBar = 10;
/** A smaller terminal shows the first line alone. */
const fewestRows = 4;
const fewestColumns = 24;
/** Lines that troubles are shown beside. */
const enough = 8;

/**
 * Where a run stands, in lines that a terminal of `columns` by `rows` has room for: how far it is, what it has found, the last
 * that went wrong, and each source that is being read. A spinner has room before the first line. No line is as wide as the
 * terminal, where some begin the next one.
 */
export function viewOf(state: RunState, { columns, rows }: Size, look: Omit<Look, 'width'>): string[] {
  const width = Math.max(1, columns - 1);
  const first = headline(state, width - spinner, look.now);
  // The last line of the terminal stays free.
  const room = rows - 1;
  if (room < fewestRows || columns < fewestColumns) return [first];
  const all = { ...look, width };
  const head = [first, countsLine(state, all)];
  const troubles = room < enough ? [] : troubleLines(state, all);
  const most = room - head.length - troubles.length;
  return [...head, ...sourceLines([...state.running.values()], most, all), ...troubles];
}

/** `██████░░░░ 3,214 models, 2 failed, 5 kept`. */
function countsLine({ done, total, models, prices, failed, kept }: RunState, { width, marks, paint }: Look): string {
  const parts = [
    ...(models > 0 || prices === 0 ? [counted(models, 'model')] : []),
    ...(prices > 0 ? [counted(prices, 'price')] : []),
    ...(failed > 0 ? [`${count(failed)} failed`] : []),
    ...(kept > 0 ? [`${count(kept)} kept`] : []),
  ];
  const text = cut(`  ${parts.join(', ')}`, width, marks.cut);
  const cells = Math.min(widestBar, width - widthOf(text) - 2);
  if (cells < narrowestBar || total === 0) return text;
  const full = bar(done / total, cells, marks);
  const empty = marks.empty.repeat(cells - widthOf(full));
  return `  ${paint('bar', full)}${paint('aside', empty)}${text}`;
}

function troubleLines({ troubles }: RunState, { width, marks, paint }: Look): string[] {
  return troubles.map(({ name, error, keptOf }) => {
    const says = keptOf === null ? 'failed' : `kept as of ${keptOf}`;
    const line = cut(printable(`  ${name} ${says}: ${error}`), width, marks.cut);
    return paint(keptOf === null ? 'failed' : 'aside', line);
  });
}
