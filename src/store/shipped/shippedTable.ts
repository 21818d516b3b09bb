import type { ProviderFile } from '../../model/providerFile.js';
import { unpacked } from './packed.js';

/** The settled table that came with the program: each provider's file, sorted by id; none where it was made by another one. */
export async function shippedTable(): Promise<ProviderFile[]> {
  const { files } = await import('./enriched.js');
  return Object.keys(files).flatMap((id) => {
    const json = unpacked(files, id);
    return json ? [JSON.parse(json.toString('utf8')) as ProviderFile] : [];
  });
}
