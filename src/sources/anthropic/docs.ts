import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Lifecycle } from '../../model/model.js';
import type { Request } from '../../model/request.js';
import { companion } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { listEndpoint } from '../listEndpoint.js';
import { englishDay } from '../parse/dates.js';
import { flag, id, part, parts, text, texts } from '../parse/fields.js';
import { tokens } from '../parse/tokens.js';
import { priceOf } from './cost.js';
import { stagesIn } from './lifecycle.js';
import { shownModels } from './overview.js';
import { documented, idsOf } from './rows.js';

const prices = { input: text, output: text, cacheRead: text, cacheWrite: text, cacheWrite1h: text };

const row = z.looseObject({
  id,
  name: text,
  day: text,
  note: text,
  prices: parts({ condition: text, ...prices }),
  levels: parts({ tier: text, ...prices }),
  price: text,
  context: text,
  output: text,
  thinking: texts,
  knowledge: text,
  retirement: text,
  stage: part({ state: text, deprecated: text, retirement: text }),
  isNameOnly: flag,
});
type Row = z.infer<typeof row>;

const pricing: Request = { url: 'https://platform.claude.com/docs/en/about-claude/pricing.md' };
const overview: Request = { url: 'https://platform.claude.com/docs/en/about-claude/models/overview.md' };
const deprecations: Request = { url: 'https://platform.claude.com/docs/en/about-claude/model-deprecations.md' };

/**
 * The pricing page names all models ever priced; the overview, where it comes, has the ids and limits of those on offer,
 * the page of deprecations the ids and days of those that were.
 */
export const docs = defineEndpoint({
  name: 'docs',
  requests: {
    list: pricing,
    shown: companion(overview, { brings: ['ids', 'models', 'facts'], read: shownModels }),
    stages: companion(deprecations, { brings: ['ids', 'models', 'facts'], read: stagesIn }),
  },
  rows: ({ list, shown, stages }) => documented(list, shown ?? [], stages ?? []),
  row,
  normalize,
});

/** The overview alone, for when the pricing page does not come: input and output prices only. */
export const overviewOnly = listEndpoint('overview', {
  list: overview,
  rows: (page) => shownModels(page).flatMap((model) => idsOf(model).map((id) => ({ ...model, id }))),
  row,
  normalize,
});

function normalize(model: Row): Draft {
  const thinking = thinkingOf(model.thinking);
  const { stage } = model;
  return {
    id: model.id,
    name: model.name,
    ownedBy: 'anthropic',
    mode: 'chat',
    modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
    limit: { context: tokens(model.context), output: tokens(model.output) },
    capabilities: { toolCall: true, reasoning: thinking, attachment: true },
    knowledge: englishDay(model.knowledge?.replace(/\b(20\d\d)\d\b/, '$1')),
    status:
      statusOf(stage.state ?? '') ??
      statusOf(model.note ?? '') ??
      (model.price || model.prices.length > 0 ? 'active' : null),
    deprecatedAt: englishDay(stage.deprecated),
    retiresAt: endOf(stage.retirement) ?? endOf(model.retirement),
    isNameOnly: model.isNameOnly === true,
    ...priceOf(model),
  };
}

const statusOf = (words: string): Lifecycle | null => {
  if (/retired/i.test(words)) return 'retired';
  if (/deprecated|legacy/i.test(words)) return 'deprecated';
  return /^active/i.test(words) ? 'active' : null;
};

/** "Not sooner than June 9, 2027" is no day on which a model ends. */
const endOf = (words: string | null): string | null =>
  /not (sooner|before|earlier)|no (sooner|earlier)/i.test(words ?? '') ? null : englishDay(words);

/** "Yes", "Yes (always on)", "No" of each way of thinking; null where no row says it. */
function thinkingOf(cells: readonly string[] | null): boolean | null {
  if (cells?.some((cell) => /^yes/i.test(cell))) return true;
  return cells?.length && cells.every((cell) => /^no/i.test(cell)) ? false : null;
}
