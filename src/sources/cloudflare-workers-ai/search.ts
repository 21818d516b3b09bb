import { z } from 'zod';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { companions } from '../ask.js';
import { count, part } from '../parse/fields.js';
import { jsonObject } from '../parse/json.js';

const search = 'https://api.cloudflare.com/client/v4/accounts/{CLOUDFLARE_ACCOUNT_ID}/ai/models/search';
const key = { env: ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_API_KEY'] };

/** The pages of the search. The first is enough: a part of the account's list is still better than a catalog's. */
export function searched(form: string, rowsOf: (page: Page) => unknown[]) {
  const brings = ['models', 'prices', 'facts'] as const;
  return {
    requests: {
      list: { url: `${search}?per_page=100&page=1${form}`, key },
      rest: companions({ of: { list: nextPage }, next: nextPage, brings, read: rowsOf }),
    },
    rows: ({ list, rest }: { list: Page; rest: readonly unknown[][] }) => [...rowsOf(list), ...rest.flat()],
  };
}

const paging = z.looseObject({ result_info: part({ total_pages: count }) });

function nextPage(page: Page): Request[] {
  const { total_pages: total } = paging.parse(jsonObject(page)).result_info;
  const { url } = page.request;
  const number = Number(/&page=(\d+)/.exec(url)?.[1]);
  return total && number < total ? [{ ...page.request, url: url.replace(/&page=\d+/, `&page=${number + 1}`) }] : [];
}
