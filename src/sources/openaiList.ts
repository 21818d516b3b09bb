import { z } from 'zod';
import type { KeyUse } from '../model/request.js';
import { defineEndpoint, type Endpoint } from './define.js';
import { id, text } from './parse/fields.js';
import { jsonList } from './parse/json.js';

/** A row of such a list, to extend where a list says more. */
export const openaiRow = z.looseObject({ id, owned_by: text });
type Row = z.infer<typeof openaiRow>;

/**
 * The endpoint of an OpenAI-style list with a key: `{"object":"list","data":[{id, object, created, owned_by}]}`: ids, no
 * prices, no limits; `created` is when the row was made, no release. `lab` tells the lab from the row where `owned_by` is not it.
 */
export const openaiList = (
  url: string,
  key: KeyUse,
  lab: (row: Row) => string | null = ({ owned_by: owner }) => owner,
): Endpoint =>
  defineEndpoint({
    name: 'api',
    requests: { list: { url, key } },
    rows: ({ list }) => jsonList(list, 'data'),
    row: openaiRow,
    normalize: (model) => ({ id: model.id, ownedBy: lab(model) }),
  });
