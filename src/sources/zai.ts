import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Page } from '../model/page.js';
import { companion } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { openaiList } from './openaiList.js';
import { count, flag, id, text } from './parse/fields.js';
import { markdownTables } from './parse/markdown.js';
import { dollars, perMillion } from './parse/money.js';
import { shapeError } from './parse/shapeError.js';
import { isPerMillion } from './parse/shownPrice.js';
import { cellOf, isUnder, tablesWith } from './parse/tables.js';
import { tokens } from './parse/tokens.js';

const row = z.looseObject({
  id,
  name: text,
  reads: text,
  input: text,
  cached: text,
  output: text,
  maxOutput: count,
  isContradicted: flag,
});
type Row = z.infer<typeof row>;

/** Headings of what is not paid per token, whatever the columns. */
const otherGoods = /^(built in tools|image|video|audio|agents?)\b/;

const labels = { model: /^model$/, input: /^input$/, cached: /^cached input$/, output: /^output$/ };

/**
 * Z.ai: the pricing page as markdown (USD per 1M tokens, "Free" = 0), with the page of parameters for the longest
 * answer; GET /paas/v4/models (key) lists the text flagships only, so it comes second.
 * Evidence: the page of spring 2026 and two later copies; the list from typed clients.
 */
export const zai = defineSource({
  id: 'zai',
  name: 'Z.ai',
  docs: 'https://docs.z.ai/guides/overview/pricing',
  env: ['ZAI_API_KEY', 'ZHIPU_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'docs',
      requests: {
        prices: { url: 'https://docs.z.ai/guides/overview/pricing.md' },
        parameters: companion(
          { url: 'https://docs.z.ai/guides/overview/concept-param.md' },
          { brings: 'facts', read: longestAnswers },
        ),
      },
      rows: ({ prices, parameters }) => rowsOf(prices.body, new Map(parameters)),
      row,
      normalize,
    }),
    openaiList('https://api.z.ai/api/paas/v4/models', { env: ['ZAI_API_KEY', 'ZHIPU_API_KEY'] }, () => 'zai'),
    catalog('zai'),
  ],
});

/** The models of the token tables. A model may stand in two of them; images, videos, speech and tools have one price column. */
function rowsOf(body: string, longest: ReadonlyMap<string, number>): unknown[] {
  const tables = tablesWith(markdownTables(body), labels.model, labels.input, labels.output).filter(
    (table) => !isUnder(table, otherGoods),
  );
  if (tables.length === 0) throw shapeError('no table with the columns model, input and output');
  const models = tables.flatMap((table) =>
    table.rows.map((cells) => {
      const name =
        cellOf(table, cells, labels.model)
          .text.split('\n')[0]
          ?.replace(/\s*\(.*\)$/, '')
          .trim() ?? '';
      const show = (title: RegExp) => cellOf(table, cells, title).text;
      return {
        id: name.toLowerCase(),
        name,
        reads: isUnder(table, /^vision/) ? 'images' : isUnder(table, /^text/) ? 'text' : null,
        input: show(labels.input),
        cached: show(labels.cached),
        output: show(labels.output),
        maxOutput: longest.get(name.toLowerCase()) ?? null,
      };
    }),
  );
  // Under "Latest Models" it is not said what a model reads.
  const said = new Map(models.flatMap((model) => (model.reads === null ? [] : [[model.id, model.reads]])));
  const first = models.filter((model, i) => models.findIndex((other) => other.id === model.id) === i);
  return first.map((model) => ({
    ...model,
    reads: said.get(model.id) ?? null,
    isContradicted: models.some((other) => other.id === model.id && pricesOf(other) !== pricesOf(model)),
  }));
}

const pricesOf = (model: { input: string; cached: string; output: string }): string =>
  [model.input, model.cached, model.output].map(priceOf).join(' ');

/** `| Model Code | Default max_tokens | Maximum max_tokens |`. */
function longestAnswers({ body }: Page): [string, number][] {
  const tables = tablesWith(markdownTables(body), /^model/, /^max(imum)? /);
  if (tables.length === 0) throw shapeError('no table of the longest answers');
  return tables.flatMap((table) =>
    table.rows.flatMap((cells): [string, number][] => {
      const most = tokens(cellOf(table, cells, /^max(imum)? /).text);
      const names = cellOf(table, cells, /^model/).text.split(/[\s,]+/);
      return most === null ? [] : names.map((name) => [name.toLowerCase(), most]);
    }),
  );
}

function normalize(model: Row): Draft {
  const cost = { input: priceOf(model.input), output: priceOf(model.output), cacheRead: priceOf(model.cached) };
  const isOcr = /(^|-)ocr\b/.test(model.id);
  const version = Number(/^glm-(\d+(?:\.\d+)?)(?![\d.]*b\b)/.exec(model.id)?.[1] ?? NaN);
  return {
    id: model.id,
    name: model.name,
    ownedBy: 'zai',
    mode: isOcr ? 'ocr' : 'chat',
    modalities: { input: model.reads === 'text' ? ['text'] : [], output: ['text'] },
    limit: { output: model.maxOutput },
    // The documentation says it of all GLM models, and of 4.5 and later ones that they think.
    capabilities: {
      toolCall: version > 0 ? true : null,
      reasoning: version >= 4.5 ? true : null,
      attachment: model.reads === null ? null : model.reads === 'images',
    },
    cost,
    ...(cost.input === 0 && cost.output === 0 && { priceStatus: 'free' }),
    ...(model.isContradicted && { issues: [contradiction] }),
  };
}

const contradiction = {
  code: 'contradicting-prices',
  detail: 'another table of the page has other prices for the model; those of the first one are kept',
};

/** "$1.4", "Free"; "-" and "\" are none, and of a list price and what is charged in its place the last one counts. */
function priceOf(cell: string | null): number | null {
  if (/\bfree$/i.test(cell ?? '')) return 0;
  return isPerMillion(cell) ? perMillion(dollars(cell ?? '').at(-1)) : null;
}
