import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type BodyIndex, bodyIndex, type KeptBody } from '../../model/bodyIndex.js';
import type { KnownAnswer, KnownAnswers } from '../../read/knownAnswers.js';
import { requestId } from '../../read/requestId.js';
import { bodyIndexPath, bodyPath } from '../paths.js';
import { readAs } from '../readAs.js';

/** The bodies that earlier runs into a folder kept. */
export interface BodyStore extends KnownAnswers {
  /** The text of the answer with that sha256; undefined where it is not kept, or its file is not what was kept. */
  readonly text: (sha256: string) => Promise<string | undefined>;
}

/** An index that holds nothing. */
export const noBodies: BodyIndex = { schemaVersion: 2, answers: {}, requests: {} };

/** What the store of an output folder holds; nothing where there is none, or its index is damaged. */
export const readBodyIndex = async (out: string): Promise<BodyIndex> =>
  (await readAs(bodyIndex, out, bodyIndexPath)) ?? noBodies;

/** Opens the store of an output folder. Its index is read once, when it is first asked; nothing is written. */
export function openBodies(out: string): BodyStore {
  let opened: Promise<BodyIndex> | undefined;
  const index = () => (opened ??= readBodyIndex(out));
  const text = async (sha256: string): Promise<string | undefined> => {
    const { answers } = await index();
    return Object.hasOwn(answers, sha256) ? readBody(out, answers[sha256]) : undefined;
  };
  return {
    text,
    find: async (request): Promise<KnownAnswer | undefined> => {
      const { requests, answers } = await index();
      const known = recordIn(requests, requestId(request));
      const kept = known && recordIn(answers, known.sha256);
      // What is left out would be missing where the host says that nothing changed.
      if (!kept || kept.leftOut !== undefined) return undefined;
      const { sha256, ...validators } = known;
      const body = await readBody(out, kept);
      return body === undefined ? undefined : { validators, body, sha256, bytes: kept.bytes };
    },
  };
}

const recordIn = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const unpacked = promisify(gunzip);

/** A kept body's text; undefined where its file is not there or not what was kept, to the byte. */
export async function readBody(out: string, kept: KeptBody | undefined): Promise<string | undefined> {
  if (!kept) return undefined;
  const packed = await readFile(join(out, bodyPath(kept.text))).catch(() => undefined);
  if (packed === undefined || sha256Of(packed) !== kept.file) return undefined;
  const bytes = await unpacked(packed).catch(() => undefined);
  return bytes && sha256Of(bytes) === kept.text ? bytes.toString('utf8') : undefined;
}

/** Hex. */
export const sha256Of = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
