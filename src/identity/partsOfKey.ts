import type { Parts } from '../model/registry.js';
import { namedOf } from './named.js';
import { partsOf } from './parts.js';
import { read } from './read.js';

const known = new Map<string, Parts>();

/** The parts of a key, read as a name of its lab; each key is read once. */
export function partsOfKey(key: string): Parts {
  const parts = known.get(key) ?? readKey(key);
  known.set(key, parts);
  return parts;
}

function readKey(key: string): Parts {
  const lab = key.slice(0, key.indexOf('/'));
  const reading = read({ provider: '', id: key });
  return 'why' in reading
    ? { lab, family: null, version: null, size: null, variant: null }
    : partsOf(namedOf(reading, lab));
}
