import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Origins } from '../model/origin.js';
import { sourceFault } from './sourceFault.js';
import { baselineOf } from '../sinks/baselineOf.js';
import { historyPath, modelsPath, pricePath, providerPath, rejectedPath, baselinesPath } from '../store/paths.js';
import { baselineKey } from '../store/previous.js';
import { readBaselines } from '../store/seen.js';
import { readIfThere } from '../store/readIfThere.js';
import type { Derived } from './deriveInto.js';
import type { Difference } from './difference.js';
import type { Evidence } from './derivedReader.js';
import { type Leaf, leafDifferences, numbersIn } from './leafDifferences.js';
import { saying } from './saying.js';

interface Compared {
  readonly differences: readonly Difference[];
  readonly files: number;
  readonly numbers: number;
}

/** The files of a folder beside those that were derived, number by number. */
export async function derivedDifferences(scratch: string, evidence: Evidence, derived: Derived): Promise<Compared> {
  const { told, out } = evidence;
  const joined = Object.keys(derived.manifest.files).some((path) => path === modelsPath);
  const paths = [
    ...Object.keys(derived.manifest.providers).flatMap((id) => [
      providerPath('raw', id),
      ...(joined ? [providerPath('enriched', id)] : []),
    ]),
    ...Object.keys(derived.manifest.prices).map(pricePath),
    ...(joined ? [modelsPath] : []),
    rejectedPath,
  ];
  const faults = sourceFault(derived.manifest);
  const failed = new Set(faults.map(({ file }) => file));
  const differences: Difference[] = [...faults];
  let numbers = 0;
  let files = 0;
  for (const path of paths) {
    if (failed.has(path) || (path.startsWith('providers/') && !isVouched(path, told))) continue;
    const [says, is] = await Promise.all([out, scratch].map((dir) => readIfThere(join(dir, path))));
    if (is === undefined) continue;
    files += 1;
    const one = fileDifference(path, says, is);
    numbers += one.numbers;
    differences.push(...one.differences);
  }
  differences.push(
    ...(await historyDifferences(scratch, out, derived)),
    ...(await baselineDifferences(evidence, derived)),
  );
  return { differences, files, numbers };
}

const isVouched = (path: string, { files, left }: Evidence['told']): boolean =>
  Object.hasOwn(files, path) || Object.hasOwn(left ?? {}, path);

function fileDifference(
  path: string,
  says: string | undefined,
  is: string,
): { differences: Difference[]; numbers: number } {
  const right = valueOf(path, is);
  const numbers = numbersIn(right);
  if (says === is) return { differences: [], numbers };
  if (says === undefined) return { differences: [{ file: path, what: '', detail: 'is not there' }], numbers };
  const told = valueOf(path, says);
  if (told === undefined) return { differences: [{ file: path, what: '', detail: 'is damaged' }], numbers };
  const leaves = leafDifferences(told, right);
  const named = leaves.map((leaf) => saying(path, { ...leaf, path: placeOf(leaf.path) }, evidenceOf(right, leaf)));
  const blank = { file: path, what: '', detail: 'says the same in other bytes' };
  return { differences: named.length > 0 ? named : [blank], numbers };
}

/** `models` is where all models stand, and goes without saying. */
const placeOf = (path: readonly string[]): string[] =>
  path[0] === 'models' && path.length > 1 ? path.slice(1) : [...path];

function valueOf(path: string, text: string): unknown {
  try {
    if (!path.endsWith('.jsonl')) return JSON.parse(text);
    return text.split('\n').map((line) => (line === '' ? null : JSON.parse(line)) as unknown);
  } catch {
    return undefined;
  }
}

/** The page and row that the right price of a model stands on. */
function evidenceOf(file: unknown, { path }: Leaf): string {
  const { sources = {}, models = [] } = file as { sources?: Origins; models?: readonly unknown[] };
  if (path[0] !== 'models' || !Array.isArray(models)) return '';
  const model = (models as { id?: string; pricing?: { evidence?: { endpoint: string; row: number } | null } }[]).find(
    ({ id }) => id === path[1],
  );
  const at = model?.pricing?.evidence;
  const page = at && sources[at.endpoint];
  return page ? ` (${page.url}, sha256 ${page.sha256}, row ${at.row})` : '';
}

/** A history to which the derived table would add lines does not say what the table says. */
async function historyDifferences(scratch: string, out: string, { historyFault }: Derived): Promise<Difference[]> {
  if (historyFault !== null) return [{ file: historyPath, what: '', detail: historyFault }];
  const [says = '', is = ''] = await Promise.all([out, scratch].map((dir) => readIfThere(join(dir, historyPath))));
  if (says === is) return [];
  const known = new Set(says.split('\n'));
  return is.split('\n').flatMap((line): Difference[] => {
    if (line === '' || known.has(line)) return [];
    const { provider, id, component, usd, page } = JSON.parse(line) as Record<string, unknown>;
    if (provider === undefined) return [];
    const what = [provider, id, component].map(String).join(' ');
    const { sha256 = '' } = (page ?? {}) as { sha256?: string };
    return [
      {
        file: historyPath,
        what,
        detail: `the last line of it is not ${String(usd)}, as the body says (sha256 ${sha256})`,
      },
    ];
  });
}

/** What the next run is held against is what this one read. */
async function baselineDifferences({ out, told, readings }: Evidence, { summary }: Derived): Promise<Difference[]> {
  const known = await readBaselines(out);
  return summary.completed.flatMap((event) => {
    const key = baselineKey(event.kind, event.source);
    const run = (event.kind === 'prices' ? told.prices : told.providers)[event.source];
    const one = known[key];
    const isOfPages = run && ['fresh', 'unchanged', 'recording'].includes(run.status) && !readings.sources[key]?.again;
    if (!one || !isOfPages || told.options['limit'] !== undefined) return [];
    const { endpoint, rows, shape } = baselineOf(event, undefined);
    const right = { endpoint, rows, shape };
    const says = { endpoint: one.endpoint, rows: one.rows, shape: one.shape };
    if (isDeepStrictEqual(says, right)) return [];
    return leafDifferences(says, right, [key]).map((leaf) => saying(baselinesPath, leaf));
  });
}
