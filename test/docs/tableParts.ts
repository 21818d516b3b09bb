import { usdPerMillion } from '../../src/book/models/price.js';
import type { Model } from '../../src/model/model.js';
import { readTable } from '../../src/store/enriched.js';
import { between, markdownTable } from './pages.js';

type Table = Awaited<ReturnType<typeof readTable>>;

/** Offers that many people pay for, and one that has no price. */
const shown = [
  ...['openai/gpt-5.1', 'openai/gpt-5-mini', 'anthropic/claude-opus-4-6', 'anthropic/claude-sonnet-4-6'],
  ...['google/gemini-2.5-pro', 'groq/openai/gpt-oss-120b', 'mistral/mistral-large-latest'],
  'alibaba/qwen-vl-ocr-2025-11-20',
];

/** The README with what it tells of the table, as it stands in that folder. */
export async function withTable(text: string, dir: string): Promise<string> {
  const table = await readTable(dir);
  return between(between(text, 'sample', sampleOf(table)), 'figures', figuresOf(table));
}

function sampleOf(table: Table): string {
  const offers = table.flatMap(({ models, sources }) => models.map((model) => ({ model, sources })));
  return markdownTable(
    ['USD per 1M tokens', 'input', 'output', 'cached', 'right with', 'who says so'],
    shown.map((name) => {
      const found = offers.find(({ model }) => `${model.provider}/${model.id}` === name);
      if (!found) throw new Error(`the table has no ${name}: choose another offer to show`);
      const { model } = found;
      const { evidence, agree, confidence, issues } = model.pricing;
      const [input, output, cached] = (['input', 'output', 'cacheRead'] as const).map((field) =>
        shownPrice(model, field),
      );
      const origin = evidence && found.sources[evidence.endpoint];
      const says = origin
        ? `[its page](${origin.url}), row ${evidence.row}; ${agree.length === 1 ? '1 other agrees' : `${agree.length} others agree`}`
        : `nobody who is believed: \`${issues.at(-1)?.code ?? ''}\`, see below`;
      return [`\`${name}\``, input ?? '', output ?? '', cached ?? '', confidence ?? '', says];
    }),
  );
}

const shownPrice = ({ cost }: Model, field: 'input' | 'output' | 'cacheRead'): string => {
  const price = cost[field];
  return price === null ? '-' : usdPerMillion(price);
};

function figuresOf(table: Table): string {
  const models = table.flatMap((file) => file.models);
  const known = models.filter(({ pricing }) => !['unknown', 'quarantined'].includes(pricing.status)).length;
  const offers = models.length.toLocaleString('en-US');
  return `${shown.length} of ${offers} offers at ${table.length} providers; the price of ${Math.floor((100 * known) / models.length)} % of them is known, and of the others why it is not.`;
}
