import type { Explanation, ShownCandidate, ShownStep } from '../../match/explain.js';
import { type Cell, grid } from './grid.js';

/** A price in USD per 1K tokens as people know it, per 1M. */
export const perMillion = (price: number | null): string =>
  price === null ? '-' : `${Number((price * 1000).toPrecision(6))}`;
const verdictOf = ({ confidence, refusedBy }: ShownCandidate): string[] =>
  confidence !== null
    ? [`fits, confidence ${confidence}`]
    : refusedBy.map(({ guard, objection }) => `${guard}: ${objection}`);

/**
 * An explanation in lines for a person: what was read, the steps of the lookup, the outcome, the near misses; of a row that was
 * found, if it `isShort`, only how many these are. No colours, prices per 1M tokens.
 */
export function renderExplanation(explanation: Explanation, columns?: number, isShort = false): string[] {
  const { list, provider, id, rows } = explanation;
  return [
    `${provider} / ${id}`,
    `read as: ${readingOf(explanation)}`,
    `rows of ${provider} in ${list}'s list: ${rows} (prices in USD per 1M tokens)`,
    ...(explanation.steps.length > 0 ? stepsTable(explanation, columns) : []),
    ...outcomeOf(explanation),
    ...missesOf(explanation, columns, isShort),
  ];
}

function missesOf({ nearMisses, rows, match }: Explanation, columns: number | undefined, isShort: boolean): string[] {
  if (nearMisses.length === 0) return [];
  if (isShort && match) return [`${nearMisses.length} near misses: --json tells them, or \`| cat\``];
  const others = rows > 0 ? 'Near misses' : 'The same or similar names of other providers (never taken)';
  return [`${others}:`, ...candidatesTable(nearMisses, columns)];
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

/** A step for another name than the id, which the display name gave, says so. */
function stepsTable({ id, steps }: Explanation, columns?: number): string[] {
  const label = ({ strategy, name }: ShownStep) => (name === id ? strategy : `${strategy}, as "${name}"`);
  const rows = steps.flatMap((step) =>
    step.candidates.length === 0
      ? [[label(step), step.unasked === null ? 'none' : 'not asked', '', '', step.unasked ?? '']]
      : step.candidates.map((candidate) => [label(step), ...cellsOf(candidate)]),
  );
  return grid(['strategy', 'candidate', 'in', 'out', 'verdict'], rows, { columns, numbers: [2, 3] });
}

const candidatesTable = (candidates: readonly ShownCandidate[], columns?: number): string[] =>
  grid(['row', 'in', 'out', 'verdict'], candidates.map(cellsOf), { columns, numbers: [1, 2] });

const cellsOf = (candidate: ShownCandidate): Cell[] => [
  `${candidate.provider} ${candidate.model}${candidate.operator === 'equals' ? '' : ` (${candidate.operator})`}`,
  perMillion(candidate.input),
  perMillion(candidate.output),
  verdictOf(candidate),
];

function outcomeOf({ match, refused, issues }: Explanation): string[] {
  const head =
    match === null
      ? `no price: ${refused ?? 'no row'}`
      : `matched ${match.provider} ${match.model} by ${match.strategy}, confidence ${match.confidence}: ${match.reason}`;
  return [head, ...issues.map(({ code, detail }) => `${code}: ${detail}`)];
}
