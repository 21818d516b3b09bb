import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { paged } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { anySays } from '../parse/anySays.js';
import { count, flag, id, part, text } from '../parse/fields.js';
import { jsonList, jsonObject, jsonPages } from '../parse/json.js';
import { shapeError } from '../parse/shapeError.js';

const leaf = part({ supported: flag });

const row = z.looseObject({
  id,
  display_name: text,
  max_input_tokens: count,
  max_tokens: count,
  capabilities: part({
    image_input: leaf,
    pdf_input: leaf,
    structured_outputs: leaf,
    thinking: part({ supported: flag, types: part({ adaptive: leaf, enabled: leaf }) }),
  }),
});
type Row = z.infer<typeof row>;

const first: Request = {
  url: 'https://api.anthropic.com/v1/models?limit=1000',
  headers: { 'anthropic-version': '2023-06-01' },
  key: { env: ['ANTHROPIC_API_KEY'], header: 'x-api-key', prefix: '' },
};

/** The list with a key: ids, names, dates; since March 2026 limits and capabilities too. No prices. */
export const api = defineEndpoint({
  name: 'api',
  requests: { list: paged(first, next) },
  rows: ({ list }) => jsonPages(list, 'data'),
  row,
  createdIsRelease: 'documented as the time of the release, and as 1970 where that is not known',
  normalize,
});

/** A page that is not the last and names no cursor, as behind a gateway, is followed by the one after its last row. */
function next(page: Page): Request[] {
  const { has_more: more, last_id: last } = jsonObject(page);
  if (more !== true) return [];
  const cursor = cursorOf(last) ?? cursorOf(row.safeParse(jsonList(page, 'data').at(-1)).data?.id);
  const asked = new URL(page.request.url).searchParams.get('after_id');
  if (cursor === null || cursor === asked) throw shapeError('the list goes on and names no next page');
  return [{ ...first, url: `${first.url}&after_id=${encodeURIComponent(cursor)}` }];
}

const cursorOf = (id: unknown): string | null => (typeof id === 'string' && id !== '' ? id : null);

/** Every Claude calls tools, says the documentation; the list says the rest, or nothing of it in its older shape. */
function normalize(model: Row): Draft {
  const { image_input: image, pdf_input: pdf, structured_outputs: structured } = model.capabilities;
  const reads = [image.supported, pdf.supported];
  return {
    id: model.id,
    name: model.display_name,
    ownedBy: 'anthropic',
    mode: 'chat',
    modalities: {
      input: reads.every((can) => can === null)
        ? []
        : ['text', ...(image.supported ? (['image'] as const) : []), ...(pdf.supported ? (['pdf'] as const) : [])],
      output: ['text'],
    },
    limit: { context: model.max_input_tokens, output: model.max_tokens },
    capabilities: {
      toolCall: true,
      reasoning: reasoningOf(model.capabilities.thinking),
      structuredOutput: structured.supported,
      attachment: reads.includes(true) ? true : reads.every((can) => can === false) ? false : null,
    },
  };
}

/** Either way of thinking is one; a model that knows one of the two may lack the other. */
const reasoningOf = ({ supported, types }: Row['capabilities']['thinking']): boolean | null => {
  const ways = [types.adaptive.supported, types.enabled.supported];
  return supported ?? anySays(ways);
};
