import type { ProviderFile } from '../../model/providerFile.js';
import { unpacked } from './packed.js';

/** The settled table that came with the program: each provider's file, sorted by id. */
export async function shippedTable(): Promise<ProviderFile[]> {
  const { files } = await import('./enriched.js');
  const texts = await Promise.all(Object.keys(files).map((id) => unpacked(files, id)));
  return texts.flatMap((json) => (json ? [JSON.parse(json.toString('utf8')) as ProviderFile] : []));
}
