import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { type Run, run as runSchema, type SourceRun } from '../model/run.js';
import { digestOf } from '../sinks/manifest.js';
import { prettyJson } from '../sinks/writeAtomically.js';
import { providerPath, runPath } from '../store/paths.js';
import { baselineKey } from '../store/previous.js';
import { readIfThere } from '../store/readIfThere.js';
import { parsedAs } from '../store/readAs.js';
import type { Derived } from './deriveInto.js';
import type { Difference } from './difference.js';
import type { Evidence } from './derivedReader.js';
import { leafDifferences } from './leafDifferences.js';
import { saying } from './saying.js';

/** The manifest of a folder, and what is wrong with it as a file; undefined where it can't be read at all. */
export async function readManifest(out: string): Promise<{ told?: Run; differences: Difference[] }> {
  const text = await readIfThere(join(out, runPath));
  const broken = (detail: string): Difference => ({ file: runPath, what: '', detail });
  if (text === undefined) return { differences: [broken('is not there: no run came to its end')] };
  const told = parsedAs(runSchema, text);
  if (!told) return { differences: [broken('is damaged, or of another version')] };
  const { digest, ...rest } = JSON.parse(text) as Run;
  if (digest === undefined) return { told, differences: [broken('has no digest: an earlier version wrote it')] };
  const isWhole = digestOf(rest) === digest && prettyJson({ ...rest, digest }) === text;
  return { told, differences: isWhole ? [] : [broken('is not as it was written: its digest is another one')] };
}

/** What of a source's snapshot its pages alone tell. */
const ofPages = [
  ...(['endpoint', 'url', 'via', 'sha256', 'fetchedAt', 'partial', 'rows', 'rejected', 'skipped'] as const),
  ...(['skips', 'priced', 'unread', 'bytes'] as const),
];

/** Counts of the manifest that are not what the bodies give. */
export function manifestDifferences({ told, readings }: Evidence, { manifest }: Derived): Difference[] {
  const sources = (['providers', 'prices'] as const).flatMap((kind) =>
    Object.entries<SourceRun>(manifest[kind]).flatMap(([id, derived]) => {
      const says = told[kind][id];
      const known = readings.sources[baselineKey(kind === 'prices' ? 'prices' : 'provider', id)];
      if (!says || derived.status === 'failed' || !isOfPages(says, told, kind, id) || known?.again) return [];
      const differing = ofPages.filter((field) => !isDeepStrictEqual(says[field], derived[field]));
      return differing.flatMap((field) =>
        leafDifferences(says[field], derived[field], [kind, id, field]).map((leaf) => saying(runPath, leaf)),
      );
    }),
  );
  const isWhole = Object.values(manifest.providers).every(({ status }) => status !== 'failed');
  const sums = isWhole
    ? (['matches', 'quarantined'] as const).flatMap((field) => compared(field, told[field], manifest[field]))
    : [];
  const totals = isWhole
    ? (['models', 'prices', 'unpriced', 'sources'] as const).flatMap((field) =>
        compared(`totals.${field}`, told.totals[field], manifest.totals[field]),
      )
    : [];
  return [...sources, ...sums, ...totals];
}

const compared = (name: string, says: unknown, is: unknown): Difference[] =>
  leafDifferences(says, is, [name]).map((leaf) => saying(runPath, leaf));

/** Whether a source's counts are those of pages that came in that run, and not of an earlier snapshot. */
function isOfPages(says: SourceRun, { files }: Run, kind: 'providers' | 'prices', id: string): boolean {
  if (!['fresh', 'unchanged', 'recording'].includes(says.status)) return false;
  return kind === 'prices' || Object.hasOwn(files, providerPath('raw', id));
}
