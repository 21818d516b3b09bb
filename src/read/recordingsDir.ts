import { packagePath } from './packagePath.js';

/** The recordings that come with the package. */
export const recordingsDir = packagePath('data/recordings');
