import { readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive } from './isAlive.js';

/** Who holds an output folder, as its lock says it. */
export const holder = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  /** ISO 8601, by the holder's clock. */
  since: z.string(),
});
export type Holder = z.infer<typeof holder>;

/** The file in the lock that names its holder. */
export const holderPath = (lock: string): string => join(lock, 'holder.json');

/** This process as the holder of a lock, from now on. */
export const ourselves = (): Holder => ({ pid: process.pid, host: hostname(), since: new Date().toISOString() });

/** A lock as it is found. */
export interface Found {
  /** Undefined where it does not say who: its holder was killed before he could, or takes it this moment. */
  readonly holder: Holder | undefined;
  /** Why nobody holds it any more; undefined where somebody may. */
  readonly gone: string | undefined;
}

/** A holder shows a sign of life every `beatMs`; who gave none for so long is gone, wherever he ran. */
export const longestSilenceMs = 60_000;
export const beatMs = 15_000;

/** Clocks of machines that share a folder differ by less. */
const clocksApartMs = 24 * 3_600_000;

/** Looks at the lock at `path`; undefined where there is none. Rejects with the file system's error where it can't be read. */
export async function findLock(path: string): Promise<Found | undefined> {
  const touched = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (!touched) return undefined;
  const named = await readHolder(path);
  return { holder: named, gone: whyGone(named, Date.now() - touched.mtimeMs) };
}

function whyGone(named: Holder | undefined, silentMs: number): string | undefined {
  if (named?.host === hostname() && !isAlive(named.pid)) return 'its process is gone';
  if (silentMs > longestSilenceMs) return `no sign of life for ${Math.round(silentMs / 1000)} s`;
  // A sign of life from the future was given under a wrong clock, and would hold the folder until that day.
  return silentMs < -clocksApartMs ? 'its last sign of life is from the future' : undefined;
}

const readHolder = async (path: string): Promise<Holder | undefined> => {
  try {
    return holder.safeParse(JSON.parse(await readFile(holderPath(path), 'utf8'))).data;
  } catch {
    return undefined;
  }
};
