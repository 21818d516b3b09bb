import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceRow } from '../src/cli/commands/sources.js';
import { helpOf } from '../src/cli/program.js';
import { laws } from '../src/settle/laws/index.js';
import { trusts } from '../src/settle/trusts.js';
import { sources } from '../src/sources/index.js';
import { priceLists } from '../src/sources/prices/index.js';
import { trustTable } from './evaluation/report.js';
import { evaluate, labels } from './match/evaluation.js';
import { evaluationTable } from './match/evaluationTable.js';
import { recordedIndex } from './match/recordedIndex.js';

const path = join(import.meta.dirname, '../README.md');

/** README.md as it stands. */
export const readme = (): string => readFileSync(path, 'utf8');

/** The README's code of that heading, the first block of it. */
export const sampleUnder = (heading: string): string =>
  /^```ts\n(.*?)^```$/ms.exec(readme().split(`\n## ${heading}\n`)[1] ?? '')?.[1] ?? '';

/** The parts of the README that are made from the code, by the name of their markers. */
export const generated: Readonly<Record<string, () => string>> = {
  help: () => `\`\`\`\n${helpOf()}\`\`\``,
  laws: () =>
    [
      '| law | reason | a price that breaks it | weight |',
      '|---|---|---|---|',
      ...laws.map(
        ({ name, reason, counterExample, weight }) => `| \`${name}\` | ${reason} | ${counterExample} | ${weight} |`,
      ),
    ].join('\n'),
  trust: () => trustTable(trusts, true),
  evaluation: () => evaluationTable(evaluate(recordedIndex(), labels()), true),
  providers: () =>
    [
      '| id | source | kind | first endpoint | key | unit | evidence |',
      '|---|---|---|---|---|---|---|',
      ...[...sources, ...priceLists].map((source) => {
        const { id, kind, name, providerKind, endpoint, key, unit, evidence } = sourceRow(source, {}, null, null);
        return `| \`${id}\`${kind === 'prices' ? ' (price list)' : ''} | [${name}](${source.docs}) | ${providerKind ?? ''} | ${endpoint.replace('https://', '')} | ${key ? `\`${key}\`` : 'none'} | ${unit} | ${evidence} |`;
      }),
    ].join('\n'),
};

/** `text` with each generated part as the code makes it now. */
export const regenerated = (text: string): string =>
  Object.entries(generated).reduce((now, [name, make]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [now.indexOf(start), now.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`README.md has no markers ${start} … ${end}`);
    return `${now.slice(0, from + start.length)}\n${make()}\n${now.slice(to)}`;
  }, text);

if (process.argv[1] === import.meta.filename) writeFileSync(path, regenerated(readme()));
