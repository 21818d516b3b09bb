interface Grid {
  /** The row that is current, from 0. */
  readonly at: number;
  readonly count: number;
  /** How many rows a page has. */
  readonly inSight: number;
  readonly move: (to: number) => void;
  readonly pick: () => void;
  readonly open: () => void;
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly target: unknown;
  readonly currentTarget: unknown;
  readonly preventDefault: () => void;
}

/** What a key does in a grid of rows; keys pressed within a control of it are that control's. */
export const keyed =
  ({ at, count, inSight, move, pick, open }: Grid) =>
  (pressed: Pressed): void => {
    if (pressed.target !== pressed.currentTarget || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return;
    const to: Readonly<Record<string, number>> = {
      ...{ ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + inSight, PageUp: at - inSight },
      ...{ Home: 0, End: count - 1 },
    };
    const acts: Readonly<Record<string, () => void>> = { ' ': pick, Enter: open };
    const place = to[pressed.key];
    if (place !== undefined) move(Math.max(0, Math.min(count - 1, place)));
    else if (acts[pressed.key]) acts[pressed.key]?.();
    else return;
    pressed.preventDefault();
  };
