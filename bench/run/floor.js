// The least that a run could do: it reads all recorded bodies, parses those that are JSON, reads what a run wrote, and writes
// the same again elsewhere. Arguments: recordings, the folder of the run, a folder to write to. It says how many files it read.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [bodies, from, to] = process.argv.slice(2);
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());

let count = 0;
for (const name of filesIn(bodies)) {
  const text = readFileSync(join(bodies, name), 'utf8');
  if (name.endsWith('.json')) JSON.parse(text);
  count++;
}
for (const name of filesIn(from)) {
  if (!/\.jsonl?$/.test(name)) continue;
  const text = readFileSync(join(from, name), 'utf8');
  const isLines = name.endsWith('.jsonl');
  const again = isLines
    ? text
        .split('\n')
        .map((line) => (line === '' ? '' : JSON.stringify(JSON.parse(line))))
        .join('\n')
    : JSON.stringify(JSON.parse(text), null, 2);
  mkdirSync(dirname(join(to, name)), { recursive: true });
  writeFileSync(join(to, name), again);
  count++;
}
console.log(count);
