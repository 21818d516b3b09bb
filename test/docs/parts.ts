import { lastValueFrom } from 'rxjs';
import { type SourceRow, sourceRow } from '../../src/cli/commands/sources.js';
import { helpOf } from '../cli/helpOf.js';
import { knownSources } from '../../src/read/knownSources.js';
import { openNetworks } from '../../src/read/networks.js';
import { recordingsDir } from '../../src/read/recordingsDir.js';
import { laws } from '../../src/settle/laws/index.js';
import { trusts } from '../../src/settle/trusts.js';
import type { PriceList, Source } from '../../src/sources/define.js';
import { sources } from '../../src/sources/index.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { trustTable } from '../evaluation/report.js';
import { evaluate, labels } from '../match/evaluation.js';
import { evaluationTable } from '../match/evaluationTable.js';
import { recordedIndex } from '../match/recordedIndex.js';
import { costTable, pricingTable, recordTable, schemaLinks, whenTable } from './fieldTables.js';
import { issueCodes } from './issueCodes.js';
import { between, markdownTable } from './pages.js';

type Part = () => string | Promise<string>;

/** The parts of each page that are made from the code alone, by the name of their markers. */
export const parts: Readonly<Record<string, Readonly<Record<string, Part>>>> = {
  'docs/cli.md': { help: () => `\`\`\`\n${helpOf()}\`\`\`` },
  'docs/fields.md': {
    cost: costTable,
    when: whenTable,
    pricing: pricingTable,
    issues: () =>
      markdownTable(
        ['code', 'means'],
        [...issueCodes].map(([code, means]) => [`\`${code}\``, means]),
      ),
    model: recordTable,
    schemas: schemaLinks,
  },
  'docs/evaluation.md': {
    laws: () =>
      markdownTable(
        ['law', 'reason', 'a price that breaks it', 'weight'],
        laws.map(({ name, reason, counterExample, weight }) => [`\`${name}\``, reason, counterExample, weight]),
      ),
    trust: () => trustTable(trusts, true),
    evaluation: () => evaluationTable(evaluate(recordedIndex(), labels()), true),
  },
  'docs/providers.md': {
    providers: () => sourcesTable(sources),
    lists: () => sourcesTable(priceLists),
    catalog: catalogTable,
  },
};

/** A page with each of those parts as the code makes it now. */
export async function withParts(path: string, text: string): Promise<string> {
  let now = text;
  for (const [name, make] of Object.entries(parts[path] ?? {})) now = between(now, name, await make());
  return now;
}

function sourcesTable(some: readonly (Source | PriceList)[]): string {
  const isOfProviders = some.some(({ kind }) => kind.name === 'provider');
  const head = ['id', 'source', ...(isOfProviders ? ['kind'] : []), 'first endpoint', 'key', 'unit', 'evidence'];
  return markdownTable(
    head,
    some.map((source) => {
      const { id, name, providerKind, endpoint, key, unit, evidence } = sourceRow(source, {}, null, null);
      const named = [`\`${id}\``, `[${name}](${source.docs})`, ...(isOfProviders ? [providerKind ?? ''] : [])];
      return [...named, shortened(endpoint), key ? `\`${key}\`` : 'none', unit, evidence];
    }),
  );
}

const shortened = (endpoint: string): string => endpoint.replace('https://', '');

/** Those of the recorded catalog that have no adapter; all of them by one endpoint and in one unit. */
async function catalogTable(): Promise<string> {
  const { embedded } = openNetworks({ mode: 'offline', env: {}, recordingsDir });
  const known = await lastValueFrom(knownSources({ embedded }));
  const own = new Set(sources.map(({ id }) => id));
  const rows = known.filter(({ id }) => !own.has(id));
  const [first] = rows.map((source): SourceRow => sourceRow(source, {}, null, null));
  return [
    `${rows.length} more are read from ${shortened(first?.endpoint ?? '')} alone, without a key, in ${first?.unit ?? ''}:`,
    '',
    markdownTable(
      ['id', 'source', 'kind'],
      rows.map(({ id, name, docs, providerKind }) => [`\`${id}\``, `[${name}](${docs})`, providerKind ?? '']),
    ),
  ].join('\n');
}
