import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Lifecycle, Tier } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { companion } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { englishDay } from '../parse/dates.js';
import { id, part, parts, text, texts } from '../parse/fields.js';
import { perMillion, stated } from '../parse/money.js';
import { isPerMillion, shownPrice } from '../parse/shownPrice.js';
import { dayOf, holdsOn, isDated, termOf } from '../parse/terms.js';
import { tokens } from '../parse/tokens.js';
import { idOf, type Shown, shownModels } from './overview.js';
import { keyOf, pricedModels } from './prices.js';

const prices = { input: text, output: text, cacheRead: text, cacheWrite: text, cacheWrite1h: text };

const row = z.looseObject({
  id,
  name: text,
  day: text,
  note: text,
  prices: parts({ condition: text, ...prices }),
  batch: part(prices),
  price: text,
  context: text,
  output: text,
  thinking: texts,
  knowledge: text,
  retirement: text,
});
type Row = z.infer<typeof row>;

const pricing: Request = { url: 'https://platform.claude.com/docs/en/about-claude/pricing.md' };
const overview: Request = { url: 'https://platform.claude.com/docs/en/about-claude/models/overview.md' };

/** The pricing page names all models ever priced; the overview, where it comes, has the ids and limits of those on offer. */
export const docs = defineEndpoint({
  name: 'docs',
  requests: {
    list: pricing,
    shown: companion(overview, { brings: ['ids', 'models', 'facts'], read: shownModels }),
  },
  rows: ({ list, shown }) => documented(list, shown ?? []),
  row,
  normalize,
});

/** The overview alone, for when the pricing page does not come: input and output prices only. */
export const overviewOnly = defineEndpoint({
  name: 'overview',
  requests: { list: overview },
  rows: ({ list }) => shownModels(list),
  row,
  normalize,
});

function documented(page: Page, shown: readonly Shown[]): unknown[] {
  const priced = pricedModels(page);
  const byName = new Map(shown.map((model) => [keyOf(model.name), model]));
  const names = new Set(priced.map(({ name }) => keyOf(name)));
  return [
    ...priced.map((model) => ({
      id: idOf(model.name),
      ...byName.get(keyOf(model.name)),
      ...model,
      day: dayOf(page),
    })),
    ...shown.filter(({ name }) => !names.has(keyOf(name))),
  ];
}

function normalize(model: Row): Draft {
  const [status, thinking] = [statusOf(model.note), thinkingOf(model.thinking)];
  return {
    id: model.id,
    name: model.name,
    ownedBy: 'anthropic',
    mode: 'chat',
    modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
    limit: { context: tokens(model.context), output: tokens(model.output) },
    capabilities: { toolCall: true, reasoning: thinking, attachment: true },
    knowledge: englishDay(model.knowledge?.replace(/\b(20\d\d)\d\b/, '$1')),
    status,
    retiresAt: /not (sooner|before|earlier)|no (sooner|earlier)/i.test(model.retirement ?? '')
      ? null
      : englishDay(model.retirement),
    ...priceOf(model),
  };
}

const statusOf = (note: string | null): Lifecycle =>
  /retired/i.test(note ?? '') ? 'retired' : /deprecated/i.test(note ?? '') ? 'deprecated' : 'active';

/** "Yes", "Yes (always on)", "No" of each way of thinking; null where no row says it. */
function thinkingOf(cells: readonly string[] | null): boolean | null {
  if (cells?.some((cell) => /^yes/i.test(cell))) return true;
  return cells?.length && cells.every((cell) => /^no/i.test(cell)) ? false : null;
}

/** The row in force on the page's day is the price; the others, and those of a batch, are tiers. */
function priceOf(model: Row): Pick<Draft, 'cost' | 'tiers'> {
  const entries = model.prices.map(({ condition, ...shown }) => {
    const isLong = isForLong(condition ?? '');
    return { term: termOf(condition ?? ''), isLong, above: isLong ? tokens(condition) : null, cost: costOf(shown) };
  });
  const base = entries.find(({ term, isLong }) => !isLong && (model.day === null || holdsOn(term, model.day)));
  const tiers = entries.flatMap(({ term, above, isLong, cost }): Tier[] => {
    if (isLong ? above === null : !isDated(term)) return [];
    return [{ when: { ...(above !== null && { contextAbove: above }), ...term }, cost: stated(cost) }];
  });
  const batch = stated(costOf(model.batch));
  if (Object.keys(batch).length > 0) tiers.push({ when: { serviceTier: 'batch' }, cost: batch });
  return { cost: (model.prices.length > 0 ? base?.cost : overviewCost(model.price)) ?? {}, tiers };
}

/** "for prompts over 100,000 tokens"; not "up to" or "≤". */
const isForLong = (condition: string): boolean =>
  /prompts?|tokens/i.test(condition) && !/≤|<|\b(up to|under|below|less|within|at most)\b/i.test(condition);

const costOf = (shown: { [field in keyof typeof prices]?: string | null }) => ({
  input: amountOf(shown.input),
  output: amountOf(shown.output),
  cacheRead: amountOf(shown.cacheRead),
  cacheWrite: amountOf(shown.cacheWrite),
  cacheWrite1h: amountOf(shown.cacheWrite1h),
});

const amountOf = (cell: string | null | undefined) => (isPerMillion(cell) ? perMillion(shownPrice(cell)) : null);

/** "$5 / input MTok<br/>$25 / output MTok" with any or no break, or "$5 / $25 per MTok (input / output)". */
function overviewCost(cell: string | null): NonNullable<Draft['cost']> {
  const before = (word: string) => new RegExp(String.raw`\$\s*([\d.,]+)\s*/\s*${word}`, 'i').exec(cell ?? '')?.[1];
  const pair = /\$\s*([\d.]+)\s*\/\s*\$\s*([\d.]+)[^$]*\(\s*input\s*\/\s*output\s*\)/i.exec(cell ?? '');
  return { input: perMillion(pair?.[1] ?? before('input')), output: perMillion(pair?.[2] ?? before('output')) };
}
