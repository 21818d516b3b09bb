import { Rows } from '../Rows.js';
import type { ViewProps } from '../view.js';

/** Rows that could not be read. */
export function Rejected({ book: { data } }: ViewProps) {
  const all = data.run?.totals.rejected ?? data.rejected.length;
  if (data.rejected.length === 0) return <p>Every row of the last run could be read.</p>;
  return (
    <>
      <p>{all.toLocaleString('en')} rows could not be read; rejected.jsonl holds them as they came.</p>
      <Rows
        caption="Rejected rows"
        rows={data.rejected}
        columns={[
          { head: 'source', cell: ({ source }) => source },
          { head: 'stage', cell: ({ stage }) => stage },
          { head: 'where', cell: ({ path }) => path },
          { head: 'why', cell: ({ reason }) => <div class="open-why">{reason}</div> },
        ]}
      />
    </>
  );
}
