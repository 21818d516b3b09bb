import { tell, tellJson } from '../tell.js';
import { lastValueFrom, tap } from 'rxjs';
import type { Model } from '../../model/model.js';
import { run as runSchema, type SourceRun } from '../../model/run.js';
import { knownSources } from '../../read/knownSources.js';
import type { Networks } from '../../read/networks.js';
import { run } from '../../run.js';
import type { PriceList, Source } from '../../sources/define.js';
import { priceLists } from '../../sources/prices/index.js';
import { runPath } from '../../store/paths.js';
import { readAs } from '../../store/readAs.js';
import type { Surroundings } from '../command.js';
import { networksOf } from '../networks.js';
import { grid } from '../show/grid.js';
import type { Options } from '../options.js';

/** What the recordings hold of a source. */
interface Recorded {
  /** ISO day. */
  readonly day: string | null;
  readonly rows: number;
  /** 0…1: models that the source prices, or says to be free, variable or part of a plan; of a price list all rows. */
  readonly priced: number;
  /** What is missing, where the recording is not the whole answer. */
  readonly partial: string | null;
}

/** A row of the table of sources. */
export interface SourceRow {
  readonly id: string;
  readonly kind: Source['kind']['name'];
  readonly name: string;
  /** What a provider is to the models that it sells; null where nobody says, and for a price list. */
  readonly providerKind: Source['providerKind'];
  readonly endpoint: string;
  /** Environment variable of the key that an endpoint of the source can use; null where none can. */
  readonly key: string | null;
  readonly keyPresent: boolean;
  readonly unit: string;
  readonly evidence: string;
  /** Null where nothing is recorded. */
  readonly recorded: Recorded | null;
  readonly lastOutcome: string | null;
}

/** Shows the table of sources; gives the exit code. */
export async function listSources(options: Options, surroundings: Surroundings): Promise<number> {
  const { env, stdout } = surroundings;
  const networks = networksOf({ offline: true }, surroundings);
  const known = await lastValueFrom(knownSources(networks));
  const last = await readAs(runSchema, options.out ?? 'data', runPath);
  const recorded = await readRecorded(networks);
  const rows = [
    ...known.map((source) =>
      sourceRow(source, env, recorded.get(source.id) ?? null, last?.outcomes[source.id] ?? null),
    ),
    ...priceLists.map((list) =>
      sourceRow(list, env, recorded.get(`prices/${list.id}`) ?? null, last?.prices[list.id]?.status ?? null),
    ),
  ];
  const table = () =>
    grid(head, rows.map(cellsOf), {
      ...{ columns: stdout.columns, numbers: [7, 8] },
      giveWay: ['evidence', 'unit', 'endpoint', 'kind', 'last outcome', 'priced'],
    });
  if (options.json) tellJson(stdout, rows);
  else tell(stdout, ...table(), ...(rows.some((row) => row.recorded?.partial) ? [partly] : []));
  return 0;
}

/** Reads all recordings once, and leaves nothing. */
async function readRecorded(networks: Networks): Promise<Map<string, Recorded>> {
  const priced = new Map<string, number>();
  const { providers, prices } = await run({
    networks,
    dryRun: true,
    watch: (events) =>
      events.pipe(
        tap((event) => {
          if (event.type === 'model' && isTold(event.model))
            priced.set(event.source, (priced.get(event.source) ?? 0) + 1);
        }),
      ),
  });
  return new Map([
    ...Object.entries(providers).map(([id, one]) => [id, recordedOf(one, share(priced.get(id), one.models))] as const),
    ...Object.entries(prices).map(
      ([id, one]) => [`prices/${id}`, recordedOf(one, share(one.prices, one.rows))] as const,
    ),
  ]);
}

const isTold = ({ pricing }: Model): boolean => pricing.status !== 'unknown' && pricing.status !== 'quarantined';
const share = (part = 0, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole) / 100);

const recordedOf = ({ fetchedAt, rows, partial }: SourceRun, priced: number): Recorded => ({
  day: fetchedAt?.slice(0, 10) ?? null,
  rows,
  priced,
  partial,
});

export function sourceRow(
  source: Source | PriceList,
  env: Surroundings['env'],
  recorded: Recorded | null,
  lastOutcome: string | null,
): SourceRow {
  const asked = source.endpoints.flatMap((endpoint) => Object.values(endpoint.requests).flatMap((ask) => ask.requests));
  const keys = asked.flatMap(({ key }) => key?.env ?? []);
  const { id, kind, name, providerKind, unit, evidence } = source;
  return {
    id,
    kind: kind.name,
    name,
    providerKind,
    endpoint: asked[0]?.url ?? '',
    key: keys[0] ?? null,
    keyPresent: keys.some((key) => env[key] !== undefined && env[key] !== ''),
    unit,
    evidence,
    recorded: recorded?.day ? recorded : null,
    lastOutcome,
  };
}

const partly = '* a part of the real answer: --json says what is missing.';
const head = ['id', 'kind', 'endpoint', 'key', 'unit', 'evidence', 'recorded', 'rows', 'priced', 'last outcome'];

const cellsOf = (row: SourceRow): (string | number)[] => {
  const { id, kind, providerKind, endpoint, key, keyPresent, unit, evidence, recorded, lastOutcome } = row;
  return [
    kind === 'prices' ? `${id} (price list)` : id,
    providerKind ?? '-',
    endpoint.replace('https://', ''),
    key ? `${key} ${keyPresent ? '(present)' : '(not set)'}` : 'none',
    unit,
    evidence,
    recorded ? `${recorded.day ?? ''}${recorded.partial ? '*' : ''}` : 'nothing',
    recorded?.rows ?? 0,
    recorded ? `${Math.round(100 * recorded.priced)} %` : '-',
    lastOutcome ?? '-',
  ];
};
