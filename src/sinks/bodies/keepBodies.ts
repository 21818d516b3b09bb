import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { from, lastValueFrom, mergeMap, toArray } from 'rxjs';
import type { BodyIndex, KeptBody } from '../../model/bodyIndex.js';
import type { Page } from '../../model/page.js';
import { publicPart } from '../../read/publicPart.js';
import { readBody, sha256Of } from '../../store/bodies/bodyStore.js';
import { bodyPath } from '../../store/paths.js';
import { writeAtomically } from '../writeAtomically.js';

const packed = promisify(gzip);

/** Bodies that are packed and written side by side. */
const atATime = 8;

/**
 * Keeps the bodies of pages that are not kept yet, or not as they should be; gives all that are kept. What only the owner of
 * a key is shown is left out, as it is of a recording.
 */
export async function keepBodies(
  out: string,
  { answers }: BodyIndex,
  pages: readonly { readonly page: Page }[],
): Promise<BodyIndex['answers']> {
  const bySha256 = new Map(pages.map(({ page }) => [page.sha256, page]));
  const kept = await lastValueFrom(
    from(bySha256).pipe(
      mergeMap(async ([sha256, page]) => [sha256, await keptOf(out, answers[sha256], page)] as const, atATime),
      toArray(),
    ),
  );
  return { ...answers, ...Object.fromEntries(kept) };
}

async function keptOf(out: string, known: KeptBody | undefined, page: Page): Promise<KeptBody> {
  // Of what a host left unchanged the body was read from there.
  if (known && (page.isUnchanged || (await readBody(out, known)) !== undefined)) return known;
  const { page: part, leftOut } = publicPart(page);
  const bytes = await packed(part.body);
  const text = sha256Of(part.body);
  const { sha256: file } = await writeAtomically(out, bodyPath(text), bytes);
  return { text, file, bytes: page.bytes, ...(leftOut > 0 && { leftOut }) };
}
