import type { Notes } from '../../read/notes.js';
import { readSource } from '../../read/readSource.js';
import { baselineKey } from '../previous.js';

/** Reads sources as `readSource` does, and notes what they are answered. */
export const noting =
  (notes: Notes): typeof readSource =>
  (source, network, longestMs) =>
    readSource(source, notes.noting(baselineKey(source.kind.name, source.id), network), longestMs);
