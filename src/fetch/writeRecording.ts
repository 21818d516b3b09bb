import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { recordedResponse, type RecordedResponse } from './recordingMeta.js';
import type { Page } from './request.js';

/**
 * Keeps a provider's pages as its recording in `dir/<providerId>/`: the bodies and a `meta.json`. Gives the paths
 * written, `meta.json` last.
 *
 * Of a request only method, template URL and body are kept, never headers or values of the environment. Each file
 * is written whole or not at all, `meta.json` after the bodies: where a run breaks off in between, the old
 * checksums no longer fit and reading says so. Rejects with the file system's error.
 */
export async function writeRecording(dir: string, providerId: string, pages: readonly Page[]): Promise<string[]> {
  const folder = path.join(dir, providerId);
  await mkdir(folder, { recursive: true });
  const responses = pages.map((page, index) => describe(page, fileName(page.body, index)));
  const written: string[] = [];
  for (const [index, page] of pages.entries()) {
    const file = path.join(folder, fileName(page.body, index));
    await writeWhole(file, page.body);
    written.push(file);
  }
  const meta = path.join(folder, 'meta.json');
  await writeWhole(meta, `${JSON.stringify({ responses }, null, 2)}\n`);
  return [...written, meta];
}

const describe = ({ request, body, fetchedAt }: Page, file: string): RecordedResponse =>
  recordedResponse.parse({
    file,
    url: request.url,
    ...(request.method !== undefined && { method: request.method }),
    ...(request.body !== undefined && { body: request.body }),
    recordedAt: fetchedAt,
    sha256: createHash('sha256').update(body).digest('hex'),
  });

function fileName(body: string, index: number): string {
  const first = body.trimStart().charAt(0);
  const type = first === '{' || first === '[' ? 'json' : first === '<' ? 'html' : 'txt';
  return index === 0 ? `response.${type}` : `response-${index + 1}.${type}`;
}

async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
