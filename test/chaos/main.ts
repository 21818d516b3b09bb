import { parseArgs } from 'node:util';
import { chaos } from './chaos.js';

// `pnpm chaos --runs 1000 --seed 7`: as the test, more often, over scenarios that nobody has seen.
const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = Number(values.runs ?? 200);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));

console.log(`${runs} runs from the seed ${seed}`);
const found = await chaos({ runs, seed });
for (const { scenario, says } of found) console.log(`${JSON.stringify(scenario)}\n  ${says.join('\n  ')}`);
console.log(`${found.length} of ${runs} runs did what they may not`);
process.exitCode = found.length > 0 ? 1 : 0;
