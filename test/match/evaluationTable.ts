import Table from 'cli-table3';
import { precision, recall, type Evaluation, type Score } from './evaluation.js';

const HEAD = ['group', 'records', 'labelled', 'given', 'right', 'precision', 'recall'];
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const cells = (name: string, s: Score, withRecall = true): string[] => [
  name,
  `${s.n}`,
  `${s.labelled}`,
  `${s.given}`,
  `${s.right}`,
  s.given > 0 ? percent(precision(s)) : '',
  withRecall && s.labelled > 0 ? percent(recall(s)) : '',
];

function rowsOf({ all, hard, kinds, strategies }: Evaluation): string[][] {
  const sorted = (map: ReadonlyMap<string, Score>): [string, Score][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    cells('all', all),
    cells('alias + dated + variant', hard),
    ...sorted(kinds).map(([name, s]) => cells(name, s)),
    ...sorted(strategies).map(([name, s]) => cells(name, s, false)),
  ];
}

/** The scores of the ladder by kind of label and by strategy, for a terminal or for a markdown page. */
export function evaluationTable(evaluation: Evaluation, markdown = false): string {
  const rows = rowsOf(evaluation);
  if (markdown) return [HEAD, HEAD.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  const made = new Table({ head: HEAD, style: { head: [], border: [] } });
  made.push(...rows);
  return made.toString();
}
