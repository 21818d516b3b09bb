import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOfTokens, unitOf } from '../../src/exports/units.js';
import type { CostField } from '../../src/model/cost.js';
import { root } from '../cli/ratecard.js';
import { markdownTable } from './pages.js';

interface Node {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string | number;
  readonly format?: string;
  readonly description?: string;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

const dir = join(root, 'data/schemas');
const schemaIn = (name: string): Node => JSON.parse(readFileSync(join(dir, name), 'utf8')) as Node;
const model = schemaIn('model.json');
const under = (...path: readonly string[]): Node =>
  path.reduce<Node>((node, name) => (name === '[]' ? node.items : node.properties?.[name]) ?? {}, model);
const own = (node: Node): Readonly<Record<string, Node>> => node.properties ?? {};

/** What a value may be, in words: `number or null`, `chat, image …`. */
function typeOf({ anyOf, enum: words, type, format, items, const: only }: Node): string {
  if (anyOf) return anyOf.map(typeOf).join(' or ');
  if (only !== undefined) return `\`${String(only)}\``;
  if (words) return words.map((word) => `\`${word}\``).join(', ');
  if (type === 'array' && items)
    return `list of ${items.properties ? 'objects' : items.enum ? typeOf(items) : 'texts'}`;
  return format ?? [type ?? 'any'].flat().join(' or ');
}

/** Prices of the record, with their units. */
export const costTable = (): string =>
  markdownTable(
    ['field', 'USD per', 'what'],
    Object.entries(own(under('cost'))).map(([field, { description = '' }]) => [
      `\`${field}\``,
      isOfTokens(field as CostField) ? '1,000 tokens' : one(unitOf(field as CostField)),
      description,
    ]),
  );

const one = (units: string): string => units.toLowerCase().replace(/(?<=(s|ch))es$|s$/, '');

/** Conditions of a tier. */
export const whenTable = (): string => fieldsTable(own(under('tiers', '[]', 'when')));
/** What stands beside a price; its match in one line. */
export const pricingTable = (): string => fieldsTable(own(under('pricing')));

/** The record, without what has a table of its own. */
export const recordTable = (): string =>
  fieldsTable(
    Object.fromEntries(
      Object.entries(own(model)).flatMap(([name, node]) =>
        ['modalities', 'limit', 'capabilities'].includes(name)
          ? Object.entries(own(node)).map(([inner, field]) => [`${name}.${inner}`, field])
          : [[name, node]],
      ),
    ),
  );

const fieldsTable = (fields: Readonly<Record<string, Node>>): string =>
  markdownTable(
    ['field', 'type', 'what'],
    Object.entries(fields).map(([name, node]) => [`\`${name}\``, typeOf(node), node.description ?? '']),
  );

/** The schemas that come with the package. */
export const schemaLinks = (): string =>
  readdirSync(dir)
    .sort()
    .map((name) => {
      const { description = '' } = schemaIn(name);
      return `- [\`${name}\`](../data/schemas/${name})${description ? `: ${description}` : ''}`;
    })
    .join('\n');
