import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { SourceError } from './errors.js';
import { type RecordedResponse, recordingMeta } from './recordingMeta.js';
import { type Get, type Page, type Request, requestKey } from './request.js';

/**
 * Answers requests from the recordings in `dir`, one folder a provider; needs neither a key nor the network.
 *
 * The folders are read once, on the first request, and the bodies when they are asked for. A request is known by
 * method, URL and body; where two folders have the same one, the newer recording counts. Rejects with a `SourceError`
 * of kind `no-recording` where there is none or its file is not what was recorded.
 */
export function recordings(dir: string): Get {
  let known: Promise<Index> | undefined;
  return async (request, signal) => {
    known ??= readIndex(dir);
    const { found, unreadable } = await known;
    const recorded = found.get(requestKey(request));
    if (!recorded) {
      const also = unreadable.length > 0 ? ` (unreadable: ${unreadable.join(', ')})` : '';
      throw missing(`no recording of ${request.url}${also}: make one with \`ratecard record\``, request);
    }
    return readPage(recorded, request, signal);
  };
}

interface Recorded extends RecordedResponse {
  readonly path: string;
}

interface Index {
  readonly found: ReadonlyMap<string, Recorded>;
  readonly unreadable: readonly string[];
}

async function readIndex(dir: string): Promise<Index> {
  const found = new Map<string, Recorded>();
  const unreadable: string[] = [];
  for (const folder of await foldersIn(dir)) {
    for (const response of await responsesIn(path.join(dir, folder), () => unreadable.push(`${folder}/meta.json`))) {
      const before = found.get(requestKey(response));
      if (!before || instant(before) < instant(response)) {
        found.set(requestKey(response), { ...response, path: path.join(dir, folder, response.file) });
      }
    }
  }
  return { found, unreadable };
}

async function foldersIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** One broken folder must not cost the others, so it is noted and passed over. */
async function responsesIn(folder: string, onUnreadable: () => void): Promise<RecordedResponse[]> {
  try {
    const text = await readFile(path.join(folder, 'meta.json'), 'utf8');
    return recordingMeta.parse(JSON.parse(text)).responses;
  } catch {
    onUnreadable();
    return [];
  }
}

async function readPage(recorded: Recorded, request: Request, signal: AbortSignal): Promise<Page> {
  const bytes = await readFile(recorded.path, { signal }).catch(() => {
    throw missing(`${recorded.path} can't be read: restore it or record it anew`, request);
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== recorded.sha256) {
    throw missing(`${recorded.path} is not what its meta.json says (sha256): restore it or record it anew`, request);
  }
  return {
    request,
    url: request.url,
    body: bytes.toString('utf8'),
    fetchedAt: instant(recorded),
    sha256,
    bytes: bytes.length,
    via: 'recording',
  };
}

const missing = (message: string, { url }: Request) => new SourceError('no-recording', message, { url });

const instant = ({ recordedAt }: RecordedResponse): string => new Date(recordedAt).toISOString();
