import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { ProviderFile } from '../model/providerFile.js';
import type { ShippedTable } from './shippedTable.js';

/** The settled table that came with the package; undefined in a checkout. Loaded when it is wanted, for it is the largest part of it. */
export async function openShipped(): Promise<Shipped | undefined> {
  const { shippedTable } = await import('./shippedTable.js');
  return shippedTable ? new Shipped(shippedTable) : undefined;
}

/** A shipped table, of which only what is asked for is unpacked. */
export class Shipped {
  /** Ids, sorted. */
  readonly providers: readonly string[];

  constructor(private readonly table: ShippedTable) {
    this.providers = Object.keys(table.providers);
  }

  /** A provider's file; undefined where the table has none. */
  async file(provider: string): Promise<ProviderFile | undefined> {
    const json = await this.json(provider);
    return json && (JSON.parse(json.toString('utf8')) as ProviderFile);
  }

  /** The bytes of a provider's file, which are the asker's own; undefined where the table has none. */
  async json(provider: string): Promise<Buffer | undefined> {
    if (!Object.hasOwn(this.table.providers, provider)) return undefined;
    const { from = 0, to = 0 } = this.table.providers[provider] ?? {};
    return promisify(gunzip)(Buffer.from(this.table.parts.slice(from, to), 'base64'));
  }

  /** The files of all providers, sorted by id. */
  async files(): Promise<ProviderFile[]> {
    const files = await Promise.all(this.providers.map((id) => this.file(id)));
    return files.flatMap((file) => file ?? []);
  }
}
