import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { from, lastValueFrom, mergeMap, toArray } from 'rxjs';
import type { BodyIndex, KeptBody } from '../../model/bodyIndex.js';
import type { Page } from '../../model/page.js';
import { publicPart } from '../../read/publicPart.js';
import { readBody, sha256Of } from '../../store/bodies/bodyStore.js';
import { bodyPath } from '../../store/paths.js';
import { dropBodies } from './prune.js';
import { writeAtomically } from '../writeAtomically.js';

const packed = promisify(gzip);

/** Bodies that are packed and written side by side. */
const atATime = 8;

type Pages = readonly { readonly page: Page }[];

/** Keeps bodies for one run. */
export interface BodyKeeper {
  /**
   * Keeps the bodies of pages that are not kept yet, or not as they should be, each once; gives all that are kept. What only
   * the owner of a key is shown is left out, as it is of a recording.
   */
  readonly keep: (pages: Pages) => Promise<BodyIndex['answers']>;
  /** Takes away what it kept that the index of earlier runs does not name. */
  readonly takeBack: () => Promise<void>;
}

/** Opens the store of an output folder, of which earlier runs left that index, for more bodies. */
export function bodyKeeper(out: string, { answers }: BodyIndex): BodyKeeper {
  const asked = new Map<string, Promise<KeptBody>>();
  const kept = (page: Page): Promise<KeptBody> => {
    const one = asked.get(page.sha256) ?? keptOf(out, answers[page.sha256], page);
    asked.set(page.sha256, one);
    // One that could not be kept is asked for again.
    return one.catch((error: unknown) => {
      asked.delete(page.sha256);
      throw error;
    });
  };
  const keep = async (pages: Pages) => {
    const bySha256 = new Map(pages.map(({ page }) => [page.sha256, page]));
    const all = await lastValueFrom(
      from(bySha256).pipe(
        mergeMap(async ([sha256, page]) => [sha256, await kept(page)] as const, atATime),
        toArray(),
      ),
    );
    return { ...answers, ...Object.fromEntries(all) };
  };
  const takeBack = async () => {
    const named = new Set(Object.values(answers).map(({ text }) => text));
    const ended = await Promise.allSettled(asked.values());
    const texts = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value.text] : []));
    await dropBodies(
      out,
      texts.filter((text) => !named.has(text)),
    );
  };
  return { keep, takeBack };
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
