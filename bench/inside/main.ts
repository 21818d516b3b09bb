import type { Figure } from '../row.js';
import * as cost from './cost.js';
import * as growth from './growth.js';
import * as join from './join.js';

const parts: Readonly<Record<string, Readonly<Record<string, (out: string) => Promise<Figure[]>>>>> = {
  cost,
  growth,
  join,
};

const [name = '', work = name, out = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await parts[name]?.[work]?.(out)));
