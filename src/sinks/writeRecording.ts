import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { recordedResponse, type RecordedResponse, recordingMeta } from '../read/recordingMeta.js';
import type { Page } from '../model/page.js';
import { requestKey } from '../read/requestKey.js';
import { readIfThere } from '../store/readIfThere.js';
import { prettyJson, writeAtomically } from './writeAtomically.js';

/**
 * Keeps a provider's pages as its recording in `dir/<id>/`: the bodies and a `meta.json`. What was recorded of other
 * requests stays, such as a list whose key is not at hand today. Gives the paths written, `meta.json` last.
 *
 * `leftOut` says of how many entries a page was relieved before (`publicPart`). Of a request only method, template URL and body are kept, never headers or values of the environment. Each file is
 * written whole or not at all, `meta.json` after the bodies: where a run breaks off in between, the old checksums no
 * longer fit and reading says so. Rejects with the file system's error, or where the old `meta.json` is damaged.
 */
export async function writeRecording(
  dir: string,
  id: string,
  pages: readonly Page[],
  leftOut: ReadonlyMap<Page, number> = new Map(),
): Promise<string[]> {
  const before = await readResponses(join(dir, id, 'meta.json'));
  const files = new Map(before.map((response) => [requestKey(response), response.file]));
  const taken = new Set(files.values());
  const responses = new Map(before.map((response) => [requestKey(response), response]));
  const written: string[] = [];
  for (const page of pages) {
    const key = requestKey(page.request);
    const file = files.get(key) ?? newName(page.body, taken);
    taken.add(file);
    responses.set(key, { ...describe(page, file), ...leftOutOf(leftOut.get(page)) });
    written.push((await writeAtomically(dir, `${id}/${file}`, page.body)).path);
  }
  const meta = await writeAtomically(dir, `${id}/meta.json`, prettyJson({ responses: [...responses.values()] }));
  return [...written, meta.path].map((path) => join(dir, path));
}

async function readResponses(path: string): Promise<RecordedResponse[]> {
  const text = (await readIfThere(path)) ?? '{"responses":[]}';
  try {
    return recordingMeta.parse(JSON.parse(text)).responses;
  } catch {
    throw new Error(`${path} is damaged: restore it, or remove it to record anew`);
  }
}

const describe = ({ request, body, fetchedAt, sha256, validators }: Page, file: string): RecordedResponse => {
  const written = createHash('sha256').update(body).digest('hex');
  return recordedResponse.parse({
    file,
    url: request.url,
    ...(request.method !== undefined && { method: request.method }),
    ...(request.body !== undefined && { body: request.body }),
    recordedAt: fetchedAt,
    sha256: written,
    // What is left out of the file would be missing where the host says that nothing changed.
    ...(written === sha256 && validators && { validators }),
  });
};

const leftOutOf = (leftOut = 0): Pick<RecordedResponse, 'leftOut'> => (leftOut > 0 ? { leftOut } : {});

/** `response.json`, `response-2.json` …: the first that is free. */
function newName(body: string, taken: ReadonlySet<string>): string {
  const first = body.trimStart().charAt(0);
  const type = first === '{' || first === '[' ? 'json' : first === '<' ? 'html' : 'txt';
  let name = `response.${type}`;
  for (let n = 2; taken.has(name); n++) name = `response-${n}.${type}`;
  return name;
}
