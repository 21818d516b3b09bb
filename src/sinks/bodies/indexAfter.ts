import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BodyIndex } from '../../model/bodyIndex.js';
import type { Readings } from '../../model/reading.js';
import type { Answered } from '../../read/notes.js';
import { requestId } from '../../read/requestId.js';
import { bodiesPath, bodyPath } from '../../store/paths.js';
import { type BodyFile, leastUsed } from './prune.js';
import { sha256sOf } from './readingsAfter.js';

/** Bytes of packed bodies that are kept beside those that the files name: some hundred days of all providers. */
export const mostBytes = 256 * 2 ** 20;

/** The index after a run, and the files (by the sha256 of their text) that it does not name any more. */
export async function indexAfter(
  out: string,
  { answers, requests }: BodyIndex,
  readings: Readings,
  pages: readonly Answered[],
  most: number = mostBytes,
): Promise<{ index: BodyIndex; dropped: readonly string[] }> {
  const files = await filesIn(out);
  const pinned = new Set(
    Object.values(readings.sources)
      .flatMap(({ made, again }) => [...made, ...(again ? [again] : [])].flatMap(sha256sOf))
      .flatMap((sha256) => answers[sha256]?.text ?? []),
  );
  const gone = new Set(leastUsed(files, pinned, most));
  const held = new Set(files.map(({ text }) => text).filter((text) => !gone.has(text)));
  const left = Object.fromEntries(sorted(answers).filter(([, { text }]) => held.has(text)));
  const named = new Set(Object.values(left).map(({ text }) => text));
  const index: BodyIndex = {
    schemaVersion: 2,
    answers: left,
    requests: Object.fromEntries(
      sorted(requestsAfter(requests, pages)).filter(([, { sha256 }]) => Object.hasOwn(left, sha256)),
    ),
  };
  return { index, dropped: files.map(({ text }) => text).filter((text) => !named.has(text)) };
}

const sorted = <Value>(record: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** How to ask again for each request that a host answered so that it can be asked. */
function requestsAfter(before: BodyIndex['requests'], pages: readonly Answered[]): BodyIndex['requests'] {
  const after = new Map(Object.entries(before));
  for (const { request, page } of pages) {
    if (page?.validators) after.set(requestId(request), { ...page.validators, sha256: page.sha256 });
    else after.delete(requestId(request));
  }
  return Object.fromEntries(after);
}

async function filesIn(out: string): Promise<BodyFile[]> {
  const names = await readdir(join(out, bodiesPath)).catch(() => []);
  const texts = names.flatMap((name) => /^([0-9a-f]{64})\.gz$/.exec(name)?.[1] ?? []);
  const files = await Promise.all(
    texts.map(async (text) => {
      const file = await stat(join(out, bodyPath(text))).catch(() => undefined);
      return file ? [{ text, bytes: file.size, usedMs: file.mtimeMs }] : [];
    }),
  );
  return files.flat();
}
