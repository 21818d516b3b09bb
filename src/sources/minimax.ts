import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Tier } from '../model/cost.js';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { openaiRow } from './openaiList.js';
import { chargedPrice } from './parse/chargedPrice.js';
import { columnTexts } from './parse/columnTexts.js';
import { conditionOf } from './parse/conditionOf.js';
import { flag, id, parts, text, texts } from './parse/fields.js';
import { goodsDraft } from './parse/goodsDraft.js';
import { goodsIn } from './parse/goodsIn.js';
import { grouped } from './parse/grouped.js';
import { inYuan } from './parse/inYuan.js';
import { markdownTables } from './parse/markdown.js';
import { serviceLevel } from './parse/serviceLevel.js';
import { tableRows } from './parse/tableRows.js';
import { tokenPrices } from './parse/tokenPrices.js';

const columns = {
  model: /^model$/,
  input: /^input$/,
  output: /^output$/,
  cacheRead: /^prompt caching read/,
  cacheWrite: /^prompt caching write/,
};

const row = z.looseObject({
  id,
  prices: parts({ ...columnTexts(columns), serviceTier: text, condition: text, stray: texts }),
  isGoods: flag,
  section: text,
  level: text,
  price: text,
  input: text,
  output: text,
});
type Row = z.infer<typeof row>;
type Price = Row['prices'][number];

/**
 * MiniMax: GET /v1/models (key; ids and dates) and the pay-as-you-go page as markdown (USD per 1M tokens): tables of
 * text models, in tabs by service tier; speech, video and images stand in tables of other columns and units.
 * Evidence: API bodies of June and September 2026, copies of the page of 2026.
 */
export const minimax = defineSource({
  id: 'minimax',
  name: 'MiniMax',
  providerKind: 'lab',
  docs: 'https://platform.minimax.io/docs',
  env: ['MINIMAX_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.minimax.io/v1/models', key: { env: ['MINIMAX_API_KEY'] } },
      row: openaiRow,
      createdIsRelease: 'the same round hour of the day that each model was announced',
      normalize: (model) => ({ id: model.id, ownedBy: model.owned_by }),
    }),
    listEndpoint('docs', {
      list: { url: 'https://platform.minimax.io/docs/guides/pricing-paygo.md' },
      rows: pricedModels,
      row,
      normalize,
    }),
    catalog('minimax'),
  ],
});

/** The rows of all tables, by model; then the models that are paid by what they make: their names are ids with a version. */
function pricedModels({ body }: Page): unknown[] {
  const all = markdownTables(body);
  const prices = tableRows(all, columns, 'model', 'input', 'output').map(
    ({ table, shown: { model, ...price }, stray }) => {
      // The id is the first line; a size of prompts may stand on the same one.
      const name = model.split(/\s|\(|≤|>/)[0] ?? '';
      const condition = model.slice(name.length).trim();
      return { ...price, stray, model: name, condition, serviceTier: serviceLevel(table.headings) };
    },
  );
  const models = grouped(prices, ({ model }) => model);
  const goods = goodsIn(all).filter(
    ({ model }) => /^[a-z][\w.-]*$/i.test(model) && /\d/.test(model) && !models.has(model),
  );
  return [
    ...[...models].map(([model, own]) => ({ id: model, prices: own })),
    ...goods.map(({ model, ...shown }) => ({ id: model, ...shown, isGoods: true })),
  ];
}

function normalize(model: Row): Draft {
  const { id, prices, section } = model;
  if (model.isGoods) {
    const { mode, ...priced } = goodsDraft(model);
    return {
      id,
      ownedBy: 'minimax',
      mode: mode ?? (/audio|speech/.test(section ?? '') ? 'speech' : 'other'),
      ...priced,
    };
  }
  return {
    id,
    ownedBy: 'minimax',
    mode: 'chat',
    ...tokenPrices(
      prices.map(({ input, output, cacheRead, cacheWrite, stray, ...price }) => ({
        ...{ when: whenOf(price), stray },
        cells: { input, output, cacheRead, cacheWrite },
      })),
      chargedPrice,
    ),
    ...inYuan(prices.map(({ input }) => input)),
  };
}

/** When a price holds: the lines under the model's name, without those that praise an offer. */
function whenOf({ condition, serviceTier }: Pick<Price, 'condition' | 'serviceTier'>): Tier['when'] {
  const isNote = /%|\b(permanent|limited|new|hot|recommended)\b|\b(promo|discount)/i;
  const lines = condition?.split('\n').filter((line) => !isNote.test(line)) ?? [];
  return conditionOf(lines.join('\n'), serviceTier ?? '');
}
