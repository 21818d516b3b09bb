import xterm from '@xterm/headless';

/** A terminal as a person sees it. */
export interface Screen {
  /** Takes what a program writes. */
  readonly write: (data: string) => Promise<void>;
  readonly resize: (columns: number, rows: number) => void;
  /** The lines that are or were on it, without blanks at their ends and empty lines after the last. */
  readonly lines: () => string[];
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
    isCursorShown: () => isCursorShown,
  };
}
