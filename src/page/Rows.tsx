import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Props<Row> {
  /** What the table shows, for who hears it. */
  readonly caption: string;
  readonly columns: readonly {
    readonly head: string;
    readonly cell: (row: Row) => ComponentChildren;
    readonly isNumber?: boolean;
  }[];
  readonly rows: readonly Row[];
  /** How many are shown until more are asked for. */
  readonly most?: number;
}

/** A table of some rows, the rest on demand. */
export function Rows<Row>({ caption, columns, rows, most = 50 }: Props<Row>) {
  const [shown, setShown] = useState(most);
  const left = rows.length - shown;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, isNumber }) => (
              <th key={head} scope="col" class={isNumber ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, i) => (
            <tr key={i}>
              {columns.map(({ head, cell, isNumber }) => (
                <td key={head} class={isNumber ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" onClick={() => setShown(shown + Math.min(left, 500))}>
          {Math.min(left, 500)} more of {left.toLocaleString('en')}
        </button>
      )}
    </div>
  );
}
