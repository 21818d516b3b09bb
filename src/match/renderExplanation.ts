import Table from 'cli-table3';
import type { Candidate, Explanation } from './explain.js';

const PLAIN = { style: { head: [], border: [], compact: true } };
/** A price in USD per 1K tokens as people know it, per 1M. */
export const perMillion = (price: number | null): string =>
  price === null ? '-' : `${Number((price * 1000).toPrecision(6))}`;
const verdictOf = ({ confidence, refusedBy }: Candidate): string =>
  confidence !== null
    ? `fits, confidence ${confidence}`
    : refusedBy.map((r) => `${r.guard}: ${r.objection}`).join('\n');

/** An explanation for a person: what was read, every strategy with its candidates, the outcome. No colours, prices per 1M tokens. */
export function renderExplanation(explanation: Explanation): string {
  const { provider, id, nearMisses, rows } = explanation;
  const others = rows > 0 ? 'Near misses' : 'The same or similar names of other providers (never taken)';
  return [
    `${provider} / ${id}`,
    `read as: ${readingOf(explanation)}`,
    `rows of ${provider} in the price list: ${rows} (prices in USD per 1M tokens)`,
    strategiesTable(explanation),
    outcomeOf(explanation),
    ...(nearMisses.length > 0 ? [`${others}:`, candidatesTable(nearMisses)] : []),
  ].join('\n');
}

function readingOf({ reading }: Explanation): string {
  const parts = [
    reading.vendor === null ? '' : `vendor ${reading.vendor.replaceAll('?', '')}`,
    `words ${reading.words.join(' ') || 'none'}`,
    reading.versions.length > 0 ? `version ${reading.versions.join(' ')}` : '',
    reading.sizes.length > 0 ? `size ${reading.sizes.join(' ')}` : '',
    reading.date === null ? '' : `date ${reading.date.replace(/^--/, '')}`,
    reading.revision === null ? '' : `release ${reading.revision}`,
    reading.latest ? 'latest' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function strategiesTable({ strategies }: Explanation): string {
  const table = new Table({ head: ['strategy', 'candidate', 'in', 'out', 'verdict'], ...PLAIN });
  for (const { strategy, candidates } of strategies) {
    if (candidates.length === 0) table.push([strategy, 'none', '', '', '']);
    for (const candidate of candidates) table.push([strategy, ...cellsOf(candidate)]);
  }
  return table.toString();
}

function candidatesTable(candidates: readonly Candidate[]): string {
  const table = new Table({ head: ['row', 'in', 'out', 'verdict'], ...PLAIN });
  for (const candidate of candidates) table.push(cellsOf(candidate));
  return table.toString();
}

const cellsOf = (candidate: Candidate): string[] => [
  `${candidate.provider} ${candidate.model}${candidate.operator === 'equals' ? '' : ` (${candidate.operator})`}`,
  perMillion(candidate.input),
  perMillion(candidate.output),
  verdictOf(candidate),
];

function outcomeOf({ match, refused, issues }: Explanation): string {
  const head =
    match === null
      ? `no price: ${refused ?? 'no row'}`
      : `matched ${match.provider} ${match.model} by ${match.strategy}, confidence ${match.confidence}: ${match.reason}`;
  return [head, ...issues.map(({ code, detail }) => `${code}: ${detail}`)].join('\n');
}
