import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { BodyIndex } from '../../model/bodyIndex.js';
import type { Page } from '../../model/page.js';
import { bodyPath } from '../../store/paths.js';

/** A body's file. */
export interface BodyFile {
  /** sha256 of its text, by which it is named. */
  readonly text: string;
  readonly bytes: number;
  /** When it was last used, in ms since 1970. */
  readonly usedMs: number;
}

/** The files that are too much, the least recently used ones; those that are pinned stay, however many they are. */
export function leastUsed(files: readonly BodyFile[], pinned: ReadonlySet<string>, mostBytes: number): string[] {
  let left = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const gone: string[] = [];
  const oldestFirst = files.toSorted((a, b) => a.usedMs - b.usedMs || (a.text < b.text ? -1 : 1));
  for (const { text, bytes } of oldestFirst) {
    if (left <= mostBytes) break;
    if (pinned.has(text)) continue;
    gone.push(text);
    left -= bytes;
  }
  return gone;
}

/** Notes that bodies were used, in the dates of their files: the index of a run that finds the same stays as it is. */
export async function touchBodies(
  out: string,
  answers: BodyIndex['answers'],
  pages: readonly { readonly page: Page }[],
): Promise<void> {
  const now = new Date();
  const texts = new Set(pages.flatMap(({ page }) => answers[page.sha256]?.text ?? []));
  // A date that can't be set makes a body older than it is, and no more.
  await Promise.all([...texts].map((text) => utimes(join(out, bodyPath(text)), now, now).catch(() => undefined)));
}

/** Takes bodies away; one that can't be taken away harms nobody. */
export async function dropBodies(out: string, texts: readonly string[]): Promise<void> {
  await Promise.all(texts.map((text) => rm(join(out, bodyPath(text)), { force: true }).catch(() => undefined)));
}
