import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import { type Tier, tier } from '../model/cost.js';
import { type Modality } from '../model/model.js';
import { catalog } from './catalog.js';
import { baseBand, type PriceTitle, whenOf } from './deepseek/bands.js';
import { columns } from './deepseek/columns.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { openaiList } from './openaiList.js';
import { chargedPrice } from './parse/chargedPrice.js';
import { id, parts, text } from './parse/fields.js';
import { inYuan } from './parse/inYuan.js';
import { attachable } from './parse/modalities.js';
import { stated } from './parse/money.js';
import { statedTier } from './parse/statedTier.js';
import { tokens } from './parse/tokens.js';
import { unreadCells } from './parse/unreadCells.js';

const row = z.looseObject({
  id,
  version: text,
  thinking: text,
  context: text,
  output: text,
  tools: text,
  prices: parts({ field: z.enum(['input', 'output', 'cacheRead']), band: z.string(), text }),
  peakHours: z.array(tier.shape.when),
});
type Row = z.infer<typeof row>;

/**
 * DeepSeek: GET /models (key; ids only) and the pricing page, one HTML table with the models as columns, USD per 1M
 * tokens. Where prices have two bands the off-peak one, 17 of 24 hours, is the price; the peak hours are tiers.
 * Evidence: API bodies of August 2025 and February 2026; the page of August 2026 and of December 2025, as excerpts.
 */
export const deepseek = defineSource({
  id: 'deepseek',
  name: 'DeepSeek',
  providerKind: 'lab',
  docs: 'https://api-docs.deepseek.com/quick_start/pricing',
  env: ['DEEPSEEK_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    openaiList('https://api.deepseek.com/models', { env: ['DEEPSEEK_API_KEY'] }),
    listEndpoint('docs', {
      list: { url: 'https://api-docs.deepseek.com/quick_start/pricing/' },
      rows: columns,
      row,
      normalize,
    }),
    catalog('deepseek'),
  ],
});

function normalize(model: Row): Draft | undefined {
  const [version] = /^.*[a-z].*$/im.exec(model.version ?? '') ?? [];
  const sees = /\bvision\b/i.test(`${model.id} ${version ?? ''}`.replaceAll('-', ' '));
  const input: Modality[] = sees ? ['text', 'image'] : ['text'];
  const bands = [...new Set(model.prices.map(({ band }) => band))];
  return {
    id: model.id,
    name: version,
    ownedBy: 'deepseek',
    mode: 'chat',
    modalities: { input, output: ['text'] },
    limit: {
      context: tokens(model.context),
      output: tokens(/maximum:?\s*(.*)/i.exec(model.output ?? '')?.[1] ?? model.output),
    },
    capabilities: {
      toolCall: said(model.tools),
      reasoning: thinks(`${model.thinking ?? ''} ${version ?? ''}`.trim()),
      attachment: attachable(input),
    },
    cost: costOf(model, (field) => baseOf(model, field)),
    tiers: bands.flatMap((band) => tiersOf(model, band)),
    issues: model.prices.flatMap(({ field, text: cell }) => unreadCells({ [field]: cell }, chargedPrice)),
    ...inYuan(model.prices.map(({ text: cell }) => cell)),
  };
}

/** ✓, ✗ or words such as "Non-thinking mode only", which is a yes with a condition. */
const said = (cell: string | null): boolean | null =>
  cell === null ? null : !/^(✗|✘|×|x|no|not supported|-)$/i.test(cell);

/** "Supports both non-thinking and thinking (default) modes" is a yes, "(Non-thinking Mode)" and "Not supported" are a no. */
function thinks(words: string): boolean | null {
  if (/^(✗|✘|×|not supported)/i.test(words)) return false;
  const others = words.replaceAll(/non-thinking/gi, '');
  if (/thinking/i.test(others)) return !/not support/i.test(others);
  return others === words ? null : false;
}

const fields = ['input', 'output', 'cacheRead'] as const;
type Field = PriceTitle['field'];

const baseOf = ({ prices }: Row, field: Field) =>
  baseBand(prices.filter((price) => price.field === field).map(({ band }) => band));

/** A field's price is a tier in the bands other than its own base. */
function tiersOf(model: Row, band: string): Tier[] {
  const cost = costOf(model, (field) => (baseOf(model, field) === band ? undefined : band));
  return whenOf(band, model.peakHours).flatMap((when) => statedTier(when, cost));
}

/** The prices in the band that `bandOf` tells for each field; of two rows for the same thing the first one counts. */
const costOf = ({ prices }: Row, bandOf: (field: Field) => string | undefined) =>
  stated(
    Object.fromEntries(
      fields.map((field) => {
        const found = prices.find((price) => price.field === field && price.band === bandOf(field));
        return [field, chargedPrice(found?.text ?? null)];
      }),
    ) as Record<Field, number | null>,
  );
