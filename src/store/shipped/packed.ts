import { brotliDecompressSync } from 'node:zlib';

/** Files of a run by the ids of what is in them, sorted: each as JSON, brotli, base64, and read without the others. */
export type Packed = Readonly<Record<string, string>>;

/** The bytes of one of the files, which are the asker's own; undefined where there is none. It takes less than to hand it to another thread. */
export function unpacked(files: Packed, id: string): Buffer | undefined {
  const packed = Object.hasOwn(files, id) ? files[id] : undefined;
  return packed === undefined ? undefined : brotliDecompressSync(Buffer.from(packed, 'base64'));
}
