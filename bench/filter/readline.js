// The same with readline.
import { createInterface } from 'node:readline';

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(JSON.parse(line))}\n`);
