import { z } from 'zod';
import type { Page, Request } from '../fetch/request.js';
import { catalog } from './catalog.js';
import { amount, part, text } from './parse/fields.js';
import { hostDraft, hostRow } from './parse/hostList.js';
import { jsonList, jsonPages } from './parse/json.js';
import { perUnit } from './parse/money.js';
import { withoutZeros } from './parse/withoutZeros.js';
import { defineLink, defineSource, type Draft } from './source.js';

const row = hostRow.extend({ owned_by: text, hugging_face_id: text });
type Row = z.infer<typeof row>;

const extras = part({ currency_unit: text, image: amount });

const forRouters: Request = { url: 'https://catalog.endpoints.ai.ovh.net/rest/v2/openrouter' };
const inference: Request = { url: 'https://oai.endpoints.kepler.ai.cloud.ovh.net/v1/models' };

/**
 * OVHcloud AI Endpoints: the list for OpenRouter (models that write text, with what they can do) and GET /v1/models
 * (all models), no key; strings, USD per token, converted from euros and so of odd digits; "0" = none. The older list
 * `rest/v1/models_v2` is in euros and not read. Evidence: rows of the second list of 25 September 2026; the first one
 * is known from typed clients.
 */
export const ovhcloud = defineSource({
  id: 'ovhcloud',
  name: 'OVHcloud AI Endpoints',
  docs: 'https://endpoints.ai.cloud.ovh.net/',
  env: ['OVHCLOUD_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'schema',
  links: [
    defineLink<Row>({
      name: 'api',
      requests: [forRouters, { ...inference, optional: true }],
      rows: bothLists,
      row,
      normalize,
    }),
    defineLink<Row>({
      name: 'list',
      requests: [inference],
      rows: (pages) => jsonPages(pages, 'data'),
      row,
      normalize,
    }),
    catalog('ovhcloud'),
  ],
});

/** The rows of the list for OpenRouter, then those that only the other one has. */
function bothLists(pages: readonly Page[]): unknown[] {
  const first = jsonPages(
    pages.filter(({ request }) => request.url === forRouters.url),
    'data',
  );
  const known = new Set(first.map(idOf));
  const second = pages.filter(({ request }) => request.url === inference.url).flatMap(readable);
  return [...first, ...second.filter((other) => idOf(other) !== undefined && !known.has(idOf(other)))];
}

const idOf = (other: unknown): string | undefined => {
  const found = z.looseObject({ id: z.string() }).safeParse(other).data?.id;
  return found?.toLowerCase();
};

/** A companion that is not a list adds nothing. */
function readable(page: Page): unknown[] {
  try {
    return jsonList(page, 'data');
  } catch {
    return [];
  }
}

function normalize(model: Row): Draft {
  const { currency_unit: currency, image } = extras.parse(model.pricing);
  const { cost, ...draft } = hostDraft(model);
  const inDollars = (currency ?? 'USD').toUpperCase() === 'USD';
  return {
    ...draft,
    ownedBy: model.owned_by === 'unknown' ? null : model.owned_by,
    openWeights: model.hugging_face_id ? true : null,
    ...(inDollars && cost && { cost: withoutZeros({ ...cost, perImage: perUnit(image) }) }),
  };
}
