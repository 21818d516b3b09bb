import type { ComponentChildren } from 'preact';
import { nextSort } from '../offers/sorting.js';
import { hashOf } from '../hash.js';
import { Bar } from './Bar.js';
import { otherColumns, runColumns, type RunColumn, timeText } from './runColumns.js';
import type { RunRow } from './timeline.js';

interface Props {
  readonly rows: readonly RunRow[];
  readonly endMs: number;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** The sources of a run: their bars on one line of time, and their figures. */
export const Sources = ({ rows, endMs, ...order }: Props) => (
  <div class="scroll" tabIndex={0} role="region" aria-label="Sources of the run">
    <table class="run-sources">
      <caption class="hidden">Sources of the run</caption>
      <thead>
        <tr>
          <Head column={otherColumns.name} {...order} />
          <Head column={otherColumns.start} {...order}>
            <span class="run-axis soft">
              <span>0</span>
              <span>{timeText(endMs)}</span>
            </span>
          </Head>
          <Head column={otherColumns.status} {...order} />
          {runColumns.map((column) => (
            <Head key={column.id} column={column} isNumber {...order} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Source key={`${row.kind}/${row.id}`} row={row} endMs={endMs} />
        ))}
      </tbody>
    </table>
  </div>
);

interface HeadProps extends Pick<Props, 'sort' | 'onSort'> {
  readonly column: RunColumn;
  readonly isNumber?: boolean;
  readonly children?: ComponentChildren;
}

function Head({ column: { id, head }, isNumber, sort, onSort, children }: HeadProps) {
  const order = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : 'none';
  return (
    <th scope="col" aria-sort={order} class={isNumber ? 'number' : undefined}>
      <button type="button" onClick={() => onSort(nextSort(sort, id))}>
        {head}
        <span aria-hidden="true">{{ ascending: ' ▲', descending: ' ▼', none: '' }[order]}</span>
      </button>
      {children}
    </th>
  );
}

const Source = ({ row, endMs }: { readonly row: RunRow; readonly endMs: number }) => (
  <tr>
    <th scope="row">
      {row.kind === 'provider' ? (
        <a href={hashOf({ view: 'offers', chosen: { provider: row.id } })}>{row.name}</a>
      ) : (
        <>
          {row.name} <span class="soft">price list</span>
        </>
      )}
    </th>
    <td class="run-when">
      <Bar times={row.times} spent={row.spent} endMs={endMs} />
    </td>
    <td class={row.status === 'failed' ? 'run-failed' : undefined}>
      {row.status}
      {row.error !== null && <div class="run-error">{row.error}</div>}
    </td>
    {runColumns.map(({ id, value, text }) => (
      <td key={id} class="number">
        {text ? text(row) : value(row)?.toLocaleString('en')}
      </td>
    ))}
  </tr>
);
