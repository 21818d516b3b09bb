import { BadCount } from './fields.js';
import type { Pass, Usage } from './units.js';

/** The requests of a call, none where one of its counts can't be read, and why not. */
export function readPasses(read: () => Pass[]): Pick<Usage, 'passes' | 'unread'> {
  try {
    return { passes: read() };
  } catch (error) {
    if (error instanceof BadCount) return { passes: [], unread: error.message };
    throw error;
  }
}
