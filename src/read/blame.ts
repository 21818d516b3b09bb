import { ShapeError } from '../sources/parse/shapeError.js';
import { SourceError } from './errors.js';

/** A page that was asked for. */
interface Asked {
  readonly url: string;
}

/**
 * What an adapter threw over pages that came, as a shape error that names the one to blame: the one that it names itself,
 * else the only one that there is, else all of them in words. An error of the network stays as it is.
 */
export function blame(error: unknown, asked: readonly Asked[]): Error {
  if (error instanceof SourceError || (error instanceof ShapeError && error.url !== undefined)) return error;
  const message = error instanceof Error ? error.message : String(error);
  const isTold = error instanceof ShapeError;
  const says = isTold ? message : `the answer is not what it was: ${message}`;
  const cause = isTold ? error.cause : error;
  const urls = [...new Set(asked.map(({ url }) => url))];
  const [url] = urls;
  if (urls.length === 1) return new ShapeError(says, { url, cause });
  const named = urls.slice(0, mostNamed).join(' or ');
  const more = urls.length > mostNamed ? ` or ${urls.length - mostNamed} more` : '';
  return new ShapeError(urls.length === 0 ? says : `${says}: ${named}${more}`, { cause });
}

const mostNamed = 3;
