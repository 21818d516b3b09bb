import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Issue, Tier } from '../model/model.js';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { api } from './moonshotai/api.js';
import { docTables } from './moonshotai/docTables.js';
import { id, parts, text } from './parse/fields.js';
import { markdownTables } from './parse/markdown.js';
import { dollars, perMillion, stated } from './parse/money.js';
import { serviceLevel } from './parse/serviceLevel.js';
import { shapeError } from './parse/shapeError.js';
import { shownPrice } from './parse/shownPrice.js';
import { cellOf, tablesWith } from './parse/tables.js';
import { tokens } from './parse/tokens.js';

const prices = { unit: text, input: text, output: text, cacheRead: text, cacheWrite: text, cacheWrite1h: text };
const row = z.looseObject({ id, context: text, prices: parts({ ...prices, level: text, note: text }) });
type Row = z.infer<typeof row>;

const labels = {
  model: /^model/,
  unit: /^unit/,
  input: /^input price( cache miss)?$/,
  cacheRead: /^(input price cache hit|cached input price)/,
  cacheWrite: /^cache writes? price( ttl 5 ?m\w*(\W+1 ?h\w*)?)?$/,
  cacheWrite1h: /^cache writes? price ttl (5 ?m\w*\W+)?1 ?h/,
  output: /^output price/,
  context: /^context/,
};

/**
 * Moonshot AI: GET /v1/models (key; no prices) and the pricing page (MDX: tables are components; USD per 1M tokens,
 * batches in tables of their own). The Chinese host has a source of its own.
 * Evidence: the page of October 2026 and earlier copies; the list from typed clients.
 */
export const moonshotai = defineSource({
  id: 'moonshotai',
  name: 'Moonshot AI',
  docs: 'https://platform.kimi.ai/docs',
  env: ['MOONSHOT_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    api('https://api.moonshot.ai/v1/models'),
    defineEndpoint({
      name: 'docs',
      requests: { list: { url: 'https://platform.kimi.ai/docs/pricing/chat.md' } },
      rows: ({ list }) => pricedModels(list),
      row,
      normalize,
    }),
    catalog('moonshotai'),
  ],
});

/** The rows of all tables, by model: "kimi-k2.6 (Batch)" is the same model in a batch. */
function pricedModels(page: Page): unknown[] {
  const tables = tablesWith(
    [...docTables(page.body), ...markdownTables(page.body)],
    labels.model,
    labels.input,
    labels.output,
  );
  if (tables.length === 0) throw shapeError('no table with the columns model, input price and output price');
  const models = new Map<string, { id: string; context: string; prices: Record<string, string>[] }>();
  for (const table of tables)
    for (const cells of table.rows) {
      const {
        model: name,
        context,
        ...shown
      } = Object.fromEntries(
        Object.entries(labels).map(([field, title]) => [field, cellOf(table, cells, title).text]),
      ) as Record<keyof typeof labels, string>;
      const note = /\((.*)\)/s.exec(name)?.[1]?.trim() ?? '';
      const model = name.replace(/\s*\(.*$/s, '').trim();
      const known = models.get(model) ?? { id: model, context, prices: [] };
      models.set(model, {
        ...known,
        prices: [...known.prices, { ...shown, level: serviceLevel(table.headings, own), note }],
      });
    }
  return [...models.values()];
}

/** Words of this page's headings for its families of models. */
const own = /^(kimi|moonshot|explanation|k\d[\w.]*|v\d[\w.]*)$/;

/** When a price holds: undefined for the standard one. A note that is neither a level nor a length is a variant. */
function whenOf({ level, note }: Row['prices'][number]): Tier['when'] | undefined {
  const words = note ?? '';
  const above = /^(?:>|≥|over|above)\s*=?\s*\d/i.test(words) ? tokens(words) : null;
  const isShort = words === '' || /^(?:<|≤|up to)\s*=?\s*\d|^standard$/i.test(words);
  const isLevel = /^(batch|flex|priority|fast)$/i.test(words);
  const serviceTier = isLevel ? words.toLowerCase() : level;
  const when = {
    ...(above !== null && { contextAbove: above }),
    ...(serviceTier && { serviceTier }),
    ...(!isShort && !isLevel && above === null && { variant: words }),
  };
  return Object.keys(when).length > 0 ? when : undefined;
}

function normalize(model: Row): Draft {
  const base = model.prices.find((price) => whenOf(price) === undefined);
  const shown = model.prices.flatMap(({ input, output }) => [input ?? '', output ?? '']);
  return {
    id: model.id,
    ownedBy: 'moonshot',
    mode: 'chat',
    limit: { context: tokens(model.context) },
    capabilities: { toolCall: model.id.startsWith('kimi-') ? true : null },
    cost: base ? costOf(base) : {},
    tiers: model.prices.flatMap((price): Tier[] => {
      const [when, cost] = [whenOf(price), stated(costOf(price))];
      return when && Object.keys(cost).length > 0 ? [{ when, cost }] : [];
    }),
    issues: model.prices.filter(({ unit }) => !isPerMillion(unit)).map(unreadUnit),
    ...(shown.some((cell) => /[¥￥元]/.test(cell)) &&
      !shown.some((cell) => cell.includes('$')) && { noPrice: 'the page shows its prices in yuan' }),
  };
}

const isPerMillion = (unit: string | null): boolean =>
  unit === null || /^(per )?(1 ?m|1,000,000|million)( ?tokens)?$/i.test(unit);

const unreadUnit = ({ unit, input, output }: Row['prices'][number]): Issue => ({
  code: 'unknown-unit',
  detail: `${input ?? '-'} and ${output ?? '-'} for ${unit ?? ''}`,
});

/**
 * A price of any other unit than 1M tokens is no price that is known here, nor is one in another currency. Of a column
 * for both times that a write lasts ("TTL 5min/1h") the last amount is the hour's.
 */
function costOf({ unit, ...shown }: Row['prices'][number]) {
  const isKnown = isPerMillion(unit);
  const price = (cell: string | null) => (isKnown ? perMillion(shownPrice(cell)) : null);
  return {
    input: price(shown.input),
    output: price(shown.output),
    cacheRead: price(shown.cacheRead),
    cacheWrite: price(shown.cacheWrite),
    cacheWrite1h: isKnown ? perMillion(dollars(shown.cacheWrite1h ?? '').at(-1)) : null,
  };
}
