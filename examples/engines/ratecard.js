import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';

const program = join(import.meta.dirname, '../../dist/cli/main.js');

const started = (args, stdin) => spawn(process.execPath, [program, ...args], { stdio: [stdin, 'pipe', 'inherit'] });

async function ended(child) {
  const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode];
  if (code !== 0) throw new Error(`ratecard ended with ${code}`);
}

/** Exports the prices of an output folder as Parquet. */
export async function exportParquet(out, path) {
  const child = started(['export', 'parquet', '--out', out], 'ignore');
  await Promise.all([pipeline(child.stdout, createWriteStream(path)), ended(child)]);
}

/** Decimals of a sum: no price has more. */
const scale = 30;

/** A decimal as a whole number of the smallest unit. */
function unitsOf(decimal) {
  const [whole, part = ''] = decimal.split('.');
  if (part.length > scale) throw new Error(`${decimal} has more than ${scale} decimals`);
  return BigInt(whole + part.padEnd(scale, '0'));
}

/** A decimal without zeros at its end: equal for equal amounts. */
export function plain(decimal) {
  const digits = unitsOf(decimal)
    .toString()
    .padStart(scale + 1, '0');
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, '');
}

/** What the calls of a log cost by `cost --stdin`. */
export function openRatecard({ out, usage }) {
  return {
    name: 'ratecard cost --stdin',
    async total(asOf) {
      const log = await open(usage);
      const version = asOf ? ['--as-of', asOf.toISOString()] : [];
      const child = started(['cost', '--stdin', '--brief', '--quiet', '--offline', '--out', out, ...version], log.fd);
      let [sum, priced, calls] = [0n, 0, 0];
      for await (const line of createInterface({ input: child.stdout })) {
        const { total } = JSON.parse(line);
        calls += 1;
        if (total === null) continue;
        priced += 1;
        sum += unitsOf(total);
      }
      await ended(child);
      await log.close();
      const digits = sum.toString().padStart(scale + 1, '0');
      return { total: `${digits.slice(0, -scale)}.${digits.slice(-scale)}`, priced, calls };
    },
  };
}
