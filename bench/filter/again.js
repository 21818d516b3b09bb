// Writes so many lines to stdout: those of a file, again and again.
import { readFileSync, writeSync } from 'node:fs';

const [file = '', count = '0'] = process.argv.slice(2);
const bytes = readFileSync(file);
const ends = [];
for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) ends.push(at + 1);

for (let left = Number(count); left > 0; left -= ends.length) {
  const end = ends[Math.min(left, ends.length) - 1] ?? bytes.length;
  for (let at = 0; at < end;) at += writeSync(1, bytes, at, Math.min(2 ** 16, end - at));
}
