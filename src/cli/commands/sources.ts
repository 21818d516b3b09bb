import Table from 'cli-table3';
import { lastValueFrom } from 'rxjs';
import { run as runSchema } from '../../model/run.js';
import { knownSources } from '../../read/knownSources.js';
import type { PriceList, Source } from '../../sources/define.js';
import { priceLists } from '../../sources/prices/index.js';
import { runPath } from '../../store/paths.js';
import { readAs } from '../../store/readAs.js';
import type { Command, Surroundings } from '../command.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';

export const sources: Command = {
  name: 'sources',
  summary: 'the table of sources: endpoint, key needed and present, unit, evidence, last outcome',
  options: ['out', 'json'],
  run: listSources,
};

/** A row of the table of sources. */
export interface SourceRow {
  readonly id: string;
  readonly kind: Source['kind']['name'];
  readonly name: string;
  readonly endpoint: string;
  /** Environment variable of the key that an endpoint of the source can use; null where none can. */
  readonly key: string | null;
  readonly keyPresent: boolean;
  readonly unit: string;
  readonly evidence: string;
  readonly lastOutcome: string | null;
}

async function listSources(options: Options, surroundings: Surroundings): Promise<number> {
  const { env, stdout } = surroundings;
  const known = await lastValueFrom(knownSources(networksOf({ offline: true }, surroundings)));
  const last = await readAs(runSchema, options.out ?? 'data', runPath);
  const rows = [
    ...known.map((source) => sourceRow(source, env, last?.outcomes[source.id] ?? null)),
    ...priceLists.map((list) => sourceRow(list, env, last?.prices[list.id]?.status ?? null)),
  ];
  stdout.write(options.json ? `${JSON.stringify(rows, null, 2)}\n` : `${tableOf(rows)}\n`);
  return 0;
}

export function sourceRow(source: Source | PriceList, env: Surroundings['env'], lastOutcome: string | null): SourceRow {
  const asked = source.endpoints.flatMap((endpoint) => Object.values(endpoint.requests).flatMap((ask) => ask.requests));
  const keys = asked.flatMap(({ key }) => key?.env ?? []);
  const { id, kind, name, unit, evidence } = source;
  return {
    id,
    kind: kind.name,
    name,
    unit,
    evidence,
    lastOutcome,
    endpoint: asked[0]?.url ?? '',
    key: keys[0] ?? null,
    keyPresent: keys.some((key) => env[key] !== undefined && env[key] !== ''),
  };
}

function tableOf(rows: readonly SourceRow[]): string {
  const table = new Table({
    head: ['id', 'endpoint', 'key', 'unit', 'evidence', 'last outcome'],
    style: { head: [], border: [], compact: true },
  });
  for (const { id, kind, endpoint, key, keyPresent, unit, evidence, lastOutcome } of rows) {
    table.push([
      kind === 'prices' ? `${id} (price list)` : id,
      endpoint.replace('https://', ''),
      key ? `${key} ${keyPresent ? '(present)' : '(not set)'}` : 'none',
      unit,
      evidence,
      lastOutcome ?? '-',
    ]);
  }
  return table.toString();
}
