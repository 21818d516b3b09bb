import { join } from 'node:path';

/** The recordings that come with the package. */
export const recordingsDir = join(import.meta.dirname, '../../data/recordings');
