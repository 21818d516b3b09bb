import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from './machine.js';
import { writeFigures } from './page.js';
import { figuresOf, parts, runnable } from './parts.js';
import { shareRun } from './program.js';
import { isOver, type Row, rowOf } from './row.js';
import { terminalTable } from './table.js';

const { values, positionals } = parseArgs({
  options: {
    /** Checks and counts in place of times. */
    short: { type: 'boolean', default: false },
    /** Writes the page. */
    write: { type: 'boolean', default: false },
    /** A folder into which there was an offline run; by default there is one more. */
    run: { type: 'string' },
  },
  allowPositionals: true,
});

if (values.run !== undefined) shareRun(resolve(values.run));
const unknown = positionals.find((name) => !runnable.includes(name));
if (unknown !== undefined) {
  console.error(`no benchmark "${unknown}"; there are: ${runnable.join(', ')}`);
  process.exitCode = 2;
} else if (values.write && (values.short || positionals.length > 0)) {
  console.error('--write takes the figures of all parts: leave out --short and the names');
  process.exitCode = 2;
} else await bench(positionals.length > 0 ? positionals : runnable);

async function bench(names: readonly string[]): Promise<void> {
  const rows: Row[] = [];
  for (const { name, floor } of parts.filter((part) => names.includes(part.name))) {
    const started = performance.now();
    const figures = await figuresOf(name, values.short);
    console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    if (values.short) for (const { what } of figures) console.log(`${name}: ${what}`);
    else rows.push(...figures.map((figure) => rowOf(name, floor, figure)));
  }
  if (values.short) return;
  console.log(`${machine()}\n${terminalTable(rows)}`);
  if (values.write) writeFigures(rows);
  const over = rows.filter(isOver);
  for (const { part, what, ratio, bar } of over)
    console.error(`${part}: ${what}: ${ratio.toFixed(2)}, at most ${bar ?? '-'}`);
  if (over.length > 0) process.exitCode = 1;
}
