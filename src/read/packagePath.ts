import { join } from 'node:path';

/** Not there where a bundler makes CommonJS of this. */
const here = import.meta.dirname as string | undefined;

/** Where something is that comes with the package; relative to the working folder where a bundle does not know its own. */
export const packagePath = (path: string): string => (here === undefined ? path : join(here, '../..', path));
