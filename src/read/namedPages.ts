import type { Endpoint } from '../sources/define.js';
import type { Answer } from './fetchPages.js';
import type { NamedPage } from './readRows.js';

/** The pages that came: the first by the endpoint's name, others by their request's, and their number where it has several. */
export function namedPages(
  { name: endpoint, requests }: Pick<Endpoint, 'name' | 'requests'>,
  answers: readonly Answer[],
): NamedPage[] {
  const counts = new Map<string, number>();
  const named: NamedPage[] = [];
  for (const { name: request, page } of answers) {
    // Those that did not come count as well: a page has one name from day to day.
    const count = (counts.get(request) ?? 0) + 1;
    counts.set(request, count);
    if (!page) continue;
    const ofRequest = [endpoint, request, ...(count > 1 ? [count] : [])].join('/');
    const { brings = [] } = requests[request] ?? {};
    const isForPrices = brings.includes('prices') || (brings.every((brought) => brought === 'models') ? null : false);
    named.push({ page, name: named.length === 0 ? endpoint : ofRequest, isForPrices });
  }
  return named;
}
