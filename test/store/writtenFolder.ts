import { createHash } from 'node:crypto';
import type { ProviderFile } from '../../src/model/providerFile.js';
import { version } from '../../src/read/version.js';
import { runPath } from '../../src/store/paths.js';
import { folderWith } from './folderWith.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A folder as a run leaves it, with these files of providers, raw and enriched, and a manifest that tells them. */
export function writtenFolder(files: readonly ProviderFile[], more: object = {}): Promise<string> {
  const texts = Object.fromEntries(
    files.flatMap((file) =>
      ['providers', 'providers-enriched'].map((folder) => [`${folder}/${file.provider.id}.json`, JSON.stringify(file)]),
    ),
  );
  const manifest = {
    ...{ version, startedAt: new Date().toISOString(), options: {} },
    providers: Object.fromEntries(files.map(({ provider: { id, name } }) => [id, { name }])),
    files: Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, sha256(text)])),
    ...more,
  };
  return folderWith({ ...texts, [runPath]: manifest });
}
