import type { Book, Offer } from '../book.js';
import { hashOf } from '../hash.js';
import { Lines } from './Lines.js';

interface Props {
  readonly book: Book;
  /** The model's key. */
  readonly name: string;
  readonly offers: readonly Offer[];
}

/** Which model it is, and by which ids it is sold. */
export function Identity({ book, name, offers }: Props) {
  const entry = book.data.models.find(({ key }) => key === name);
  const line = entry?.line ?? offers[0]?.model?.line ?? null;
  const ids = [...new Set(offers.map(({ id }) => id))].sort();
  const known = [
    ['lab', entry?.lab ?? offers[0]?.lab],
    ['family', entry?.family],
    ['version', entry?.version],
    ['size', entry?.size],
    ['variant', entry?.variant],
    ['snapshots', entry?.snapshots.join(', ')],
    ['line', line],
  ].flatMap(([name = '', text]) => (text ? [{ name: name ?? '', text }] : []));
  return (
    <>
      <Lines lines={known} />
      <Releases {...{ book, name, line }} />
      <details>
        <summary>
          Sold by {ids.length} {ids.length === 1 ? 'id' : 'ids'}
        </summary>
        <ul class="model-ids">
          {ids.map((id) => (
            <li key={id}>
              <code>{id}</code>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface ReleasesProps {
  readonly book: Book;
  readonly name: string;
  readonly line: string | null;
}

/** The other models of its line. */
function Releases({ book, name, line }: ReleasesProps) {
  const keys = book.data.models.filter((other) => other.line === line && other.key !== name).map(({ key }) => key);
  if (keys.length === 0) return null;
  return (
    <p>
      Other releases:{' '}
      {keys.map((key, i) => (
        <span key={key}>
          {i > 0 ? ', ' : ''}
          <a href={hashOf({ view: 'model', of: key })}>{key}</a>
        </span>
      ))}
    </p>
  );
}
