import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { notFromTheFuture } from '../model/clock.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { SourceError } from './errors.js';
import type { Get } from './get.js';
import { type RecordedResponse, recordingMeta } from './recordingMeta.js';
import { requestKey } from './requestKey.js';

/**
 * Answers requests from the recordings in `dir`, one folder a source; needs neither a key nor the network.
 *
 * A request is answered from the folder that its `recordedBy` names and from no other, so that what is recorded of one
 * source changes nothing of another. A folder's list is read once, the bodies when they are asked for. A request is known
 * by method, URL and body. Rejects with a `SourceError` of kind `no-recording` where there is none or its file is not
 * what was recorded.
 */
export function recordings(dir: string): Get {
  const folders = new Map<string, Promise<Folder>>();
  return async (request, signal) => {
    const name = request.recordedBy ?? '';
    const folder = folders.get(name) ?? readFolder(path.join(dir, name));
    folders.set(name, folder);
    const { responses, isDamaged } = await folder;
    const recorded = responses.get(requestKey(request));
    if (recorded) return readPage(recorded, path.join(dir, name, recorded.file), request, signal);
    const also = isDamaged ? ` (unreadable: ${name}/meta.json)` : '';
    throw missing(`no recording of ${request.url}${also}: make one with \`ratecard record\``, request);
  };
}

interface Folder {
  readonly responses: ReadonlyMap<string, RecordedResponse>;
  readonly isDamaged: boolean;
}

/** One that is not there holds nothing; of two answers to one request the newer one counts. */
async function readFolder(folder: string): Promise<Folder> {
  const text = await readFile(path.join(folder, 'meta.json'), 'utf8').catch(() => null);
  if (text === null) return { responses: new Map(), isDamaged: false };
  try {
    const { responses } = recordingMeta.parse(JSON.parse(text));
    const oldestFirst = responses.toSorted((a, b) => (instant(a) < instant(b) ? -1 : instant(a) > instant(b) ? 1 : 0));
    return { responses: new Map(oldestFirst.map((one) => [requestKey(one), one])), isDamaged: false };
  } catch {
    return { responses: new Map(), isDamaged: true };
  }
}

async function readPage(
  recorded: RecordedResponse,
  file: string,
  request: Request,
  signal: AbortSignal,
): Promise<Page> {
  const bytes = await readFile(file, { signal }).catch(() => {
    throw missing(`${file} can't be read: restore it or record it anew`, request);
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== recorded.sha256) {
    throw missing(`${file} is not what its meta.json says (sha256): restore it or record it anew`, request);
  }
  return {
    request,
    url: request.url,
    body: bytes.toString('utf8'),
    fetchedAt: instant(recorded),
    sha256,
    bytes: bytes.length,
    via: 'recording',
    partial: recorded.partial,
    attempts: 1,
  };
}

const missing = (message: string, { url }: Request) => new SourceError('no-recording', message, { url });

const instant = ({ recordedAt }: RecordedResponse): string =>
  notFromTheFuture(new Date(recordedAt).toISOString(), Date.now());
