import { promisify } from 'node:util';
import { brotliDecompress, unzip } from 'node:zlib';

const ways = {
  gzip: promisify(unzip),
  'x-gzip': promisify(unzip),
  deflate: promisify(unzip),
  br: promisify(brotliDecompress),
};

const isWay = (encoding: string): encoding is keyof typeof ways => Object.hasOwn(ways, encoding);

/**
 * A body as it was before its `content-encoding`. Rejects with zlib's error where it is not whole (`Z_BUF_ERROR`), which
 * node-fetch's own unpacking lets pass, and with `ERR_BUFFER_TOO_LARGE` where it holds more than `maxBytes`.
 */
export async function unpack(bytes: Buffer, encoding: string | null, maxBytes: number): Promise<Buffer> {
  const way = encoding?.trim().toLowerCase() ?? '';
  return isWay(way) && bytes.length > 0 ? ways[way](bytes, { maxOutputLength: maxBytes }) : bytes;
}
