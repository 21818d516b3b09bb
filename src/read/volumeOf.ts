import type { Page } from '../model/page.js';
import type { Snapshot } from '../model/snapshot.js';

/** The bytes of pages, and of those what came anew, where not all did. */
export function volumeOf(pages: readonly Page[]): Pick<Snapshot<unknown>, 'bytes' | 'moved'> {
  const sum = (some: readonly Page[]) => some.reduce((total, { bytes }) => total + bytes, 0);
  const isKept = pages.some((page) => page.isUnchanged);
  return { bytes: sum(pages), ...(isKept && { moved: sum(pages.filter((page) => !page.isUnchanged)) }) };
}
