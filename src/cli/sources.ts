import Table from 'cli-table3';
import { lastValueFrom } from 'rxjs';
import { run as runSchema, runPath } from '../model/run.js';
import { readAs } from '../sinks/earlier.js';
import type { Source } from '../sources/source.js';
import type { Command, Surroundings } from './command.js';
import type { Options } from './options.js';
import { knownSources, openNetworks } from './settings.js';

export const sources: Command = {
  name: 'sources',
  summary: 'the table of sources: endpoint, key needed and present, unit, evidence, last outcome',
  options: ['out', 'json'],
  run: listSources,
};

/** A row of the table of sources. */
export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly endpoint: string;
  /** Environment variable of the key that a link of the source can use; null where none can. */
  readonly key: string | null;
  readonly keyPresent: boolean;
  readonly unit: string;
  readonly evidence: string;
  readonly lastOutcome: string | null;
}

async function listSources(options: Options, surroundings: Surroundings): Promise<number> {
  const known = await lastValueFrom(knownSources(openNetworks({ offline: true }, surroundings)));
  const last = await readAs(runSchema, options.out ?? 'data', runPath);
  const rows = known.map((source) => sourceRow(source, surroundings.env, last?.outcomes[source.id] ?? null));
  surroundings.stdout.write(options.json ? `${JSON.stringify(rows, null, 2)}\n` : `${tableOf(rows)}\n`);
  return 0;
}

export function sourceRow(source: Source, env: Surroundings['env'], lastOutcome: string | null): SourceRow {
  const keys = source.links.flatMap((link) => link.requests.flatMap(({ key }) => key?.env ?? []));
  const { id, name, unit, evidence } = source;
  return {
    ...{ id, name, unit, evidence, lastOutcome },
    endpoint: source.links[0]?.requests[0]?.url ?? '',
    key: keys[0] ?? null,
    keyPresent: keys.some((key) => env[key] !== undefined && env[key] !== ''),
  };
}

function tableOf(rows: readonly SourceRow[]): string {
  const table = new Table({
    head: ['id', 'endpoint', 'key', 'unit', 'evidence', 'last outcome'],
    style: { head: [], border: [], compact: true },
  });
  for (const { id, endpoint, key, keyPresent, unit, evidence, lastOutcome } of rows) {
    table.push([
      id,
      endpoint.replace('https://', ''),
      key ? `${key} ${keyPresent ? '(present)' : '(not set)'}` : 'none',
      unit,
      evidence,
      lastOutcome ?? '-',
    ]);
  }
  return table.toString();
}
