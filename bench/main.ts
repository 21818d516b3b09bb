import { join } from './join.js';
import { models } from './models.js';

const benches: Readonly<Record<string, () => Promise<void>>> = { join, models };

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`no benchmark "${unknown}"; there are: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : Object.keys(benches)) await benches[name]?.();
}
