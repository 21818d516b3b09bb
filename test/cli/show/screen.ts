import xterm from '@xterm/headless';

/** A text on a line of a terminal, in one colour. */
export interface Run {
  /** The column that it begins in, from 0. */
  readonly x: number;
  readonly text: string;
  /** Of the sixteen colours of a terminal; -1 is that of all text. */
  readonly colour: number;
}

/** A terminal as a person sees it. */
export interface Screen {
  /** Takes what a program writes. */
  readonly write: (data: string) => Promise<void>;
  readonly resize: (columns: number, rows: number) => void;
  /** The lines that are or were on it, without blanks at their ends and empty lines after the last. */
  readonly lines: () => string[];
  /** The same with the colours. */
  readonly runs: () => Run[][];
  readonly isCursorShown: () => boolean;
}

export function openScreen(columns: number, rows: number): Screen {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
    scrollback: 2_000,
  });
  let isCursorShown = true;
  // The terminal keeps this to itself.
  const follow = (shown: boolean) => (params: (number | number[])[]) => {
    if (params[0] === 25) isCursorShown = shown;
    return false;
  };
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'h' }, follow(true));
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, follow(false));
  return {
    write: (data) => new Promise((resolve) => terminal.write(data, resolve)),
    resize: (cols, high) => terminal.resize(cols, high),
    lines: () => {
      const { active } = terminal.buffer;
      const all = Array.from({ length: active.length }, (_, i) => active.getLine(i)?.translateToString(true) ?? '');
      return all.slice(0, all.findLastIndex((line) => line !== '') + 1);
    },
    runs: () => {
      const { active } = terminal.buffer;
      return Array.from({ length: active.length }, (_, i) => runsOf(active.getLine(i)));
    },
    isCursorShown: () => isCursorShown,
  };
}

function runsOf(line: xterm.IBufferLine | undefined): Run[] {
  const runs: Run[] = [];
  for (let x = 0; x < (line?.length ?? 0); x++) {
    const cell = line?.getCell(x);
    const text = cell?.getChars() || ' ';
    if (!cell || cell.getWidth() === 0) continue;
    const colour = cell.isFgPalette() ? cell.getFgColor() : -1;
    const last = runs.at(-1);
    if (last?.colour === colour) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ x, text, colour });
  }
  return runs;
}
