import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import type { Page } from '../../model/page.js';
import { listEndpoint } from '../listEndpoint.js';
import { amount, count, flag, id, parts, text, texts } from '../parse/fields.js';
import { htmlTables } from '../parse/html.js';
import { scaled, stated } from '../parse/money.js';
import { notEmpty } from '../parse/notEmpty.js';
import { madeLines, madePrices } from './madePrices.js';
import { priceLines } from './priceTable.js';
import { snapshotDay } from './snapshotDay.js';
import { unitLines } from './unitTable.js';

const row = z.looseObject({
  id,
  lines: parts({
    scope: text,
    mode: text,
    from: count,
    upTo: count,
    input: amount,
    output: amount,
    thinking: amount,
    per: count,
    unread: texts,
    openSource: flag,
    isYuan: flag,
  }),
  made: madeLines,
});
type Row = z.infer<typeof row>;
type Line = Row['lines'][number];

/** The English price page: USD per 1M tokens, by region, mode and length of the prompt. */
export const pricePage = listEndpoint('docs', {
  list: {
    url: 'https://www.alibabacloud.com/help/en/model-studio/model-pricing',
    headers: {
      'accept-language': 'en',
      'user-agent':
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    },
  },
  rows,
  row,
  normalize,
});

/** One row a model, with all its lines, wherever in the page they stand. */
function rows({ body }: Page): unknown[] {
  const tables = htmlTables(body);
  const priced = notEmpty(
    tables.flatMap((table) => priceLines(table) ?? []),
    'no table with the columns model ID and input price (per … tokens)',
  );
  const made = tables.flatMap((table) => (priceLines(table) ? [] : (unitLines(table) ?? [])));
  const own = new Set([...priced, ...made].map((line) => line.id));
  // A snapshot that has no line of its own costs what the id does that stands for it.
  const snapshots = priced.flatMap((line) =>
    line.snapshot !== null && !own.has(line.snapshot) ? [{ ...line, id: line.snapshot }] : [],
  );
  const models = new Map<string, { lines: unknown[]; made: unknown[] }>();
  const of = (modelId: string) => {
    const known = models.get(modelId) ?? { lines: [], made: [] };
    models.set(modelId, known);
    return known;
  };
  for (const { id: modelId, ...line } of [...priced, ...snapshots]) of(modelId).lines.push(line);
  for (const { id: modelId, ...line } of made) of(modelId).made.push(line);
  return [...models].map(([modelId, found]) => ({ id: modelId, ...found }));
}

function normalize(model: Row): Draft {
  const scopes = new Set([...model.lines, ...model.made].map(({ scope }) => scope ?? ''));
  const home = [/international/i, /global/i].flatMap((name) => [...scopes].filter((scope) => name.test(scope)))[0];
  const [first = ''] = scopes;
  const region = home ?? first;
  const own = model.lines.filter(({ scope }) => (scope ?? '') === region);
  const [base, ...longer] = byLength(own);
  const made = madePrices(model.made, region);
  return {
    id: model.id,
    limit: { context: Math.max(0, ...own.map(({ upTo }) => upTo ?? 0)) },
    capabilities: { reasoning: reasons(own) },
    openWeights: model.lines.some(({ openSource }) => openSource) || null,
    releaseDate: snapshotDay(model.id),
    cost: { ...made.cost, ...base?.cost },
    tiers: [
      ...longer.map(({ from, cost }): Tier => ({ when: { contextAbove: from }, cost })),
      ...[...scopes].flatMap((scope) => (scope === region ? [] : inRegion(scope, model.lines))),
      ...made.tiers,
    ].filter(({ cost }) => Object.keys(cost).length > 0),
    issues: model.lines.flatMap(({ unread }) => (unread ?? []).map((detail) => ({ code: 'unread-price', detail }))),
    ...(model.lines.some(({ isYuan }) => isYuan) && { noPrice: 'the page shows its prices in yuan' }),
  };
}

const inRegion = (region: string, lines: readonly Line[]): Tier[] =>
  byLength(lines.filter(({ scope }) => (scope ?? '') === region)).map(({ from, cost }) => ({
    when: { region, ...(from > 0 && { contextAbove: from }) },
    cost,
  }));

/** The prices of one region by length of the prompt, the shortest first. */
function byLength(lines: readonly Line[]): { from: number; cost: Tier['cost'] }[] {
  const starts = [...new Set(lines.map(({ from }) => from ?? 0))].sort((a, b) => a - b);
  return starts.map((from) => ({ from, cost: costOf(lines.filter((line) => (line.from ?? 0) === from)) }));
}

const onlyThinks = (mode: string): boolean => /thinking/i.test(mode) && !/non-?\s?thinking/i.test(mode);

/**
 * The price without thinking is the output's; one of a thinking mode beside it is that of reasoning, and the output's
 * where there is no other.
 */
function costOf(lines: readonly Line[]): Tier['cost'] {
  const answers = lines.find(({ mode }) => !onlyThinks(mode ?? ''));
  const thinks = lines.find(({ mode }) => onlyThinks(mode ?? ''));
  const usd = (line: Line | undefined, field: 'input' | 'output' | 'thinking') =>
    line?.per ? scaled(line[field], 1000, line.per) : null;
  const thinking = usd(answers, 'thinking') ?? usd(thinks, 'output') ?? usd(thinks, 'thinking');
  const output = usd(answers, 'output');
  return stated({
    input: usd(answers, 'input') ?? usd(thinks, 'input'),
    output: output ?? thinking,
    reasoning: output === null ? null : thinking,
  });
}

/** What the modes say, else the column of the thinking mode: a price there, or a dash for none. */
function reasons(lines: readonly Line[]): boolean | null {
  const modes = lines.map(({ mode }) => mode ?? '').filter((mode) => /thinking/i.test(mode));
  const prices = lines.flatMap(({ thinking }) => thinking ?? []);
  if (modes.some((mode) => /thinking/i.test(mode.replaceAll(/non-?\s?thinking/gi, '')))) return true;
  if (prices.some((price) => price !== '-')) return true;
  return modes.length > 0 || prices.length > 0 ? false : null;
}
