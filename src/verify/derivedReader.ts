import { defer, from, lastValueFrom, type Observable } from 'rxjs';
import { isDeepStrictEqual } from 'node:util';
import type { Model } from '../model/model.js';
import type { PriceRow } from '../model/price.js';
import { priceFile } from '../model/priceFile.js';
import type { Reading, Readings } from '../model/reading.js';
import type { Run } from '../model/run.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Network } from '../read/network.js';
import { readSource } from '../read/readSource.js';
import type { PriceList, Source } from '../sources/define.js';
import type { BodyStore } from '../store/bodies/bodyStore.js';
import { pricePath, providerPath } from '../store/paths.js';
import { baselineKey, readProviderFile } from '../store/previous.js';
import { readAs } from '../store/readAs.js';
import type { Kept } from './difference.js';
import { fromBodies, type Opened } from './fromBodies.js';
import { withKept } from './withKept.js';

/** What sources are derived from. */
export interface Evidence {
  readonly out: string;
  readonly told: Run;
  readonly bodies: Pick<BodyStore, 'text'>;
  readonly readings: Readings;
  /** The recordings of the package. */
  readonly recordings: Pick<Network, 'fetch' | 'canUse'>;
}

/**
 * Reads sources as the run did that wrote a folder: from the kept bodies or, where recordings stood in, from those. What the
 * files mark as kept from earlier readings is taken from these, or from the file: `note` hears of what no body says.
 */
export function derivedReader(evidence: Evidence, note: (kept: Kept) => void): typeof readSource {
  const { told, bodies, readings, recordings } = evidence;
  const opened: Opened = new Map();
  const read = <Out, Item>(source: Source<Out, Item>, reading: Reading): Promise<Snapshot<Item>> =>
    lastValueFrom(readSource(source, fromBodies(reading, bodies, opened)));
  const derive = async <Out, Item>(source: Source<Out, Item>): Promise<Snapshot<Item>> => {
    const { name } = source.kind;
    const known = readings.sources[baselineKey(name, source.id)];
    const via = (name === 'prices' ? told.prices : told.providers)[source.id]?.via;
    const [first, ...earlier] = via === 'recording' ? [] : (known?.made ?? []);
    const now = await (first ? read(source, first) : lastValueFrom(readSource(source, recordings)));
    const older = async () => {
      // A recording may have stood in for a page.
      const asked = [...earlier.map((one) => read(source, one)), lastValueFrom(readSource(source, recordings))];
      const came = await Promise.allSettled(asked);
      return came.flatMap((one) => (one.status === 'fulfilled' ? one.value.items : []));
    };
    return name === 'prices'
      ? ((await rowsWithKept(
          evidence,
          now as Snapshot<unknown> as Snapshot<PriceRow>,
          source,
          note,
        )) as Snapshot<unknown> as Snapshot<Item>)
      : ((await modelsWithKept(
          evidence.out,
          now as Snapshot<unknown> as Snapshot<Model>,
          older as () => Promise<unknown[]> as () => Promise<Model[]>,
          source,
          note,
        )) as Snapshot<unknown> as Snapshot<Item>);
  };
  return (source): Observable<Snapshot<never>> => defer(() => from(derive(source))) as Observable<Snapshot<never>>;
}

async function modelsWithKept(
  out: string,
  read: Snapshot<Model>,
  older: () => Promise<Model[]>,
  { id }: Pick<Source, 'id'>,
  note: (kept: Kept) => void,
): Promise<Snapshot<Model>> {
  const file = await readProviderFile(out, id);
  if (!file?.models.some((model) => model.kept !== undefined)) return read;
  const earlier = await older();
  const told = new Map(file.models.map((model) => [model.id, { ...model, model: null }]));
  const now = new Map(read.items.map((model) => [model.id, model]));
  const items = [...new Set([...now.keys(), ...told.keys()])].flatMap((one): Model[] => {
    const says = told.get(one);
    if (!says) return [now.get(one)].flatMap((model) => model ?? []);
    const merged = withKept(
      says,
      now.get(one),
      earlier.filter((model) => model.id === one),
    );
    if (!merged) return [];
    const fields = Object.keys(merged.kept);
    const since = Object.values(merged.kept)[0] ?? '';
    if (fields.length > 0) note({ file: providerPath('raw', id), id: one, fields, since });
    return [merged.model];
  });
  const kept = { ...read.kept, records: items.length - read.items.length };
  return { ...read, items, kept, sources: { ...file.sources, ...read.sources } };
}

/** Rows are not marked: where the run kept some, or held prices back, those that no page has are taken from the file, and told. */
async function rowsWithKept(
  { out, told }: Pick<Evidence, 'out' | 'told'>,
  read: Snapshot<PriceRow>,
  { id }: Pick<PriceList, 'id'>,
  note: (kept: Kept) => void,
): Promise<Snapshot<PriceRow>> {
  const head = told.prices[id];
  if (!head || (head.kept.records === 0 && head.kept.prices === 0 && head.jumps.length === 0)) return read;
  const file = await readAs(priceFile, out, pricePath(id));
  if (!file) return read;
  const since = (head.fetchedAt ?? '').slice(0, 10);
  for (const row of file.rows)
    if (!read.items.some((one) => isDeepStrictEqual(one, row)))
      note({ file: pricePath(id), id: `${row.provider}/${row.model}`, fields: ['*'], since });
  const kept = { ...read.kept, records: file.rows.length - read.items.length };
  return { ...read, items: file.rows, kept, sources: { ...file.sources, ...read.sources } };
}
