import { z } from 'zod';
import type { KeyUse } from '../../fetch/request.js';
import { defineLink, type Link } from '../source.js';
import { unixDay } from './dates.js';
import { count, id, text } from './fields.js';
import { jsonPages } from './json.js';

const row = z.looseObject({ id, created: count, owned_by: text });
type Row = z.infer<typeof row>;

/**
 * The link to an OpenAI-style list with a key: `{"object":"list","data":[{id, object, created, owned_by}]}`: ids, no
 * prices, no limits. `lab` tells the lab from the row where `owned_by` is not it.
 */
export const openaiList = (
  url: string,
  key: KeyUse,
  lab: (row: Row) => string | null = ({ owned_by: owner }) => owner,
): Link =>
  defineLink<Row>({
    name: 'api',
    requests: [{ url, key }],
    rows: (pages) => jsonPages(pages, 'data'),
    row,
    normalize: (model) => ({ id: model.id, ownedBy: lab(model), releaseDate: unixDay(model.created) }),
  });
