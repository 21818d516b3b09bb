import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPriceIndex } from '../src/match/priceIndex.js';
import { sources } from '../src/sources/index.js';
import { sourceRow } from '../src/cli/sources.js';
import { helpOf } from '../src/cli/program.js';
import { evaluate, labels } from './match/evaluation.js';
import { evaluationTable } from './match/evaluationTable.js';
import { recordedPrices } from './match/prices.js';

const path = join(import.meta.dirname, '../README.md');

/** README.md as it stands. */
export const readme = (): string => readFileSync(path, 'utf8');

/** The parts of the README that are made from the code, by the name of their markers. */
export const generated: Readonly<Record<string, () => string>> = {
  help: () => `\`\`\`\n${helpOf()}\`\`\``,
  evaluation: () => evaluationTable(evaluate(buildPriceIndex(recordedPrices()), labels()), true),
  providers: () =>
    [
      '| id | provider | first endpoint | key | unit | evidence |',
      '|---|---|---|---|---|---|',
      ...sources.map((source) => {
        const { id, name, endpoint, key, unit, evidence } = sourceRow(source, {}, null);
        return `| \`${id}\` | [${name}](${source.docs}) | ${endpoint.replace('https://', '')} | ${key ? `\`${key}\`` : 'none'} | ${unit} | ${evidence} |`;
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
