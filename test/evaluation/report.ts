import Table from 'cli-table3';
import type { Count, Trusts } from '../../src/settle/trust.js';
import { type Filled, mean } from './blind.js';
import { confidenceOf } from '../../src/match/confidence.js';
import { leastConfidence } from '../../src/settle/leastConfidence.js';
import type { LeftOut } from './leaveOneOut.js';
import { wilson } from './wilson.js';

const plain = { style: { head: [], border: [], compact: true } };
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const cells = ({ right, given }: Count): string[] => {
  const [low, high] = wilson(right, given);
  return [`${given}`, `${right}`, percent(given === 0 ? 0 : right / given), `${percent(low)} to ${percent(high)}`];
};

/** How often filled prices were right, by situation, and what was said of them. */
export function blindTable(filled: readonly Filled[]): string {
  const table = new Table({ head: ['situation', 'filled', 'right', 'share', '95 %', 'stated'], ...plain });
  const groups = new Map<string, Filled[]>([['all', [...filled]]]);
  for (const one of filled) groups.set(one.situation, [...(groups.get(one.situation) ?? []), one]);
  for (const [name, some] of [...groups].sort(([, a], [, b]) => b.length - a.length)) {
    const right = some.filter((one) => one.right).length;
    const stated = percent(mean(some.map(({ confidence }) => confidence)));
    table.push([name, ...cells({ right, given: some.length }), stated]);
  }
  return table.toString();
}

/** Who was right how often, whoever sells; the figures by provider stand in the generated table. */
export function trustTable({ witnesses, own }: Trusts, markdown = false): string {
  const head = ['witness', 'prices', 'right', 'share', '95 %'];
  const rows = [
    ...Object.entries(witnesses).map(([name, count]) => [name, ...cells(count)]),
    ['providers, where two lists agree on a price', ...cells(own['*'] ?? { right: 0, given: 0 })],
  ];
  if (markdown) return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  const table = new Table({ head, ...plain });
  table.push(...rows);
  return table.toString();
}

interface Measured {
  readonly leftOut: readonly LeftOut[];
  readonly halves: readonly Filled[];
  readonly others: readonly Filled[];
  readonly error: number;
}

const right = (some: readonly LeftOut[]): number => some.filter(({ isSame }) => isSame).length;
const shareRight = (filled: readonly Filled[]): number => mean(filled.map(({ right }) => (right ? 1 : 0)));
const stated = (filled: readonly Filled[]): number => mean(filled.map(({ confidence }) => confidence));

/** What prices must reach. */
export function bars({ leftOut, halves, others, error }: Measured): { says: string; holds: boolean }[] {
  const byName = leftOut.filter(({ kind }) => kind !== 'same-model');
  const byModel = leftOut.filter(({ kind }) => kind === 'same-model');
  const same = right(byName);
  return [
    {
      says: `leave-one-out: ${same} of ${byName.length} answers have the same price (at least 99 %)`,
      holds: same >= byName.length * 0.99,
    },
    {
      says: `leave-one-out by the model alone: ${right(byModel)} of ${byModel.length} (quoted, and too few to be filled by)`,
      holds: confidenceOf('same-model') < leastConfidence,
    },
    {
      says: `calibration error ${error.toFixed(3)} on the half that was not fitted (at most 0.03)`,
      holds: error <= 0.03,
    },
    {
      says: `providers left out of the fitting: stated ${percent(stated(others))}, right ${percent(shareRight(others))} (not more than right)`,
      holds: stated(others) <= shareRight(others),
    },
    { says: `blind prices: ${percent(shareRight(halves))} of ${halves.length} are right`, holds: halves.length > 0 },
  ];
}
