import { rm } from 'node:fs/promises';
import { acquire } from './acquire.js';
import { findLock } from './holder.js';

/**
 * Removes the lock at `path` where its holder is gone; false where somebody else is about to. Of several that find it at
 * once only one may look again and remove it, or the second would remove the lock that the first has taken since.
 */
export async function takeOver(path: string): Promise<boolean> {
  const guard = `${path}-takeover`;
  if ((await findLock(guard))?.gone !== undefined) await rm(guard, { recursive: true, force: true });
  const release = await acquire(guard, () => undefined);
  if (!release) return false;
  try {
    const found = await findLock(path);
    if (found?.gone === undefined) return false;
    await rm(path, { recursive: true, force: true });
    return true;
  } finally {
    await release().catch(() => undefined);
  }
}
