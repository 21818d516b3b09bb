import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isCollection, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Override, override } from '../model/override.js';
import { type Correction, overridesPage, type Overrides, overrideWitness } from '../settle/overrides.js';
import { perMillion, perUnit } from '../sources/parse/money.js';
import { BadFile } from './badFile.js';
import { overridesPath } from './paths.js';
import { readIfThere } from './readIfThere.js';
import { linesIn } from '../sources/parse/linesIn.js';

/**
 * The corrections in `overrides.yaml` of an output folder; undefined where there is no such file. Rejects with a `BadFile`
 * that names the line and the offer of what can't be read.
 */
export async function readOverrides(out: string): Promise<Overrides | undefined> {
  const path = join(out, overridesPath);
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  const offers = new Map<string, Correction>();
  for (const [row, { line, entry }] of entriesOf(text, path).entries()) {
    const one = checked(entry, `${path}, line ${line}`);
    if (offers.has(one.offer))
      throw new BadFile(`${path}, line ${line}: ${one.offer} is there twice: keep one of them`);
    offers.set(one.offer, heard(one, row));
  }
  const day = (await stat(path)).mtime.toISOString().slice(0, 10);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const url = pathToFileURL(resolve(path)).href;
  return { page: { url, fetchedAt: `${day}T00:00:00.000Z`, sha256, via: 'file' }, offers };
}

/** The entries with the line that each begins in; an empty file has none. */
function entriesOf(text: string, path: string): { line: number; entry: unknown }[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error)
    throw new BadFile(
      `${path}, line ${lines.linePos(error.pos[0]).line}: ${oneLine(error.message)}: mend the YAML there`,
    );
  const value: unknown = document.toJS();
  if (value === null) return [];
  if (!Array.isArray(value))
    throw new BadFile(`${path} is not a list: begin each correction with "- offer: provider/id"`);
  const nodes = isCollection(document.contents) ? document.contents.items : [];
  return value.map((entry: unknown, i) => {
    const node = nodes[i];
    const range = isNode(node) ? node.range : null;
    return { line: lines.linePos(range ? range[0] : 0).line, entry };
  });
}

function checked(entry: unknown, place: string): Override {
  const { data, error } = override.safeParse(entry);
  if (data) return data;
  const { offer } = (entry ?? {}) as { offer?: unknown };
  const [issue] = error.issues;
  const name = typeof offer === 'string' ? `, ${offer}` : '';
  throw new BadFile(`${place}${name}: ${issue ? saysOf(issue) : 'no correction'}; correct it, or remove the entry`);
}

const saysOf = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.') || 'the entry'}: ${oneLine(message)}`;

const oneLine = (text: string): string => linesIn(text).join(' ');

const heard = ({ cost, reason, source, day }: Override, row: number): Correction => ({
  witness: overrideWitness,
  evidence: { endpoint: overridesPage, row },
  cost: Object.fromEntries(
    Object.entries(cost).map(([field, price]) => [field, field.startsWith('per') ? perUnit(price) : perMillion(price)]),
  ),
  why: { code: 'override', detail: `${reason} (${source}, ${day})` },
  ...{ tiers: [], match: null, mode: null, kind: null, doubt: null },
});
