import { useMemo } from 'preact/hooks';
import { Link } from '../Link.js';
import { Rows } from '../Rows.js';
import type { ViewProps } from '../view.js';
import { pagesByAge } from './questions.js';

/** How old the pages are that the prices stand on. */
export function Ages({ book }: ViewProps) {
  const pages = useMemo(() => pagesByAge(book), [book]);
  const oldest = pages[0];
  return (
    <>
      {oldest && (
        <p>
          {pages.length.toLocaleString('en')} pages, fetched between {oldest.fetchedAt.slice(0, 10)} and{' '}
          {pages.at(-1)?.fetchedAt.slice(0, 10)}; the table was made on {book.data.madeAt.slice(0, 10)}.
        </p>
      )}
      <Rows
        caption="Age of the data"
        rows={pages}
        columns={[
          { head: 'days', isNumber: true, cell: ({ days }) => days.toLocaleString('en') },
          { head: 'fetched', cell: ({ fetchedAt }) => fetchedAt.slice(0, 10) },
          { head: 'how', cell: ({ via }) => via },
          { head: 'of', cell: ({ source }) => source },
          { head: 'page', cell: ({ url }) => <Link url={url} /> },
        ]}
      />
    </>
  );
}
