import type { Difference, Kept, Verified } from '../../verify/difference.js';
import { count, counted } from './count.js';

/** Differences that are told; `--json` has them all. */
const mostTold = 200;

/** What `verify` found, a line a difference, the count last. */
export function verifiedLines({ differences, kept, files, numbers, bodies }: Verified, out: string): string[] {
  const more = differences.length - mostTold;
  const from = bodies === 0 ? 'the recordings' : bodies === 1 ? '1 body' : `${count(bodies)} bodies`;
  const says = `${counted(numbers, 'number')} in ${counted(files, 'file')} of ${out} derived again from ${from}`;
  return [
    ...differences.slice(0, mostTold).map(lineOf),
    ...(more > 0 ? [`… and ${more} more: --json has them all`] : []),
    ...kept.map(keptLine),
    differences.length === 0 ? `${says}: all agree.` : `${says}: ${counted(differences.length, 'difference')}.`,
  ];
}

const lineOf = ({ file, what, detail }: Difference): string =>
  what === '' ? `${file}: ${detail}` : `${file} ${what}: ${detail}`;

const keptLine = ({ file, id, fields, since }: Kept): string =>
  `${file} ${id}: ${fields.join(', ')} can't be derived: kept from ${since}`;
