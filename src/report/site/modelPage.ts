import { usdPerMillion } from '../../book/models/price.js';
import type { SoldOffer } from '../../book/models/query.js';
import { asText, element } from '../../changes/markup.js';
import type { Model } from '../../model/model.js';

/** What a model's page is told beside its offers. */
interface About {
  readonly key: string;
  readonly offers: readonly SoldOffer[];
  /** From this page to the top of the site, such as `../../../`. */
  readonly top: string;
  /** ISO 8601: when the site was made. */
  readonly madeAt: string;
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;margin:1rem auto;max-width:60rem;padding:0 1rem;color-scheme:light dark}' +
  'table{border-collapse:collapse}th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #8886}' +
  '.n{text-align:right;font-variant-numeric:tabular-nums}div{overflow-x:auto}';

/** The page of one model at an address that stays: its offers, the cheapest first, and the way into the page of all. */
export function modelPage({ key, offers, top, madeAt }: About): string {
  const place = `${top}index.html#/model/${key.split('/').map(encodeURIComponent).join('/')}`;
  const head = ['offer', 'input', 'output', 'context', 'stated by'];
  const day = madeAt.slice(0, 10);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asText(key)}: what it costs</title>
<meta name="description" content="${asText(`${offers.length} offers of ${key}, the cheapest first, with who states each price; ${day}.`)}">
<style>${style}</style>
</head>
<body>
<main>
<h1>${asText(key)}</h1>
<p>${offers.length} ${offers.length === 1 ? 'offer' : 'offers'} on ${day}, the cheapest first, in USD per 1M tokens. ${element('a', 'Evidence, history and who differs', { href: place })}.</p>
<div><table>
<tr>${head.map((name, i) => element('th', name, { scope: 'col', ...numbers(i) })).join('')}</tr>
${offers.map(({ offer }) => rowOf(offer)).join('\n')}
</table></div>
</main>
</body>
</html>
`;
}

const numbers = (column: number): Record<string, string> => (column > 0 && column < 4 ? { class: 'n' } : {});

const rowOf = (offer: Model): string =>
  element(
    'tr',
    cellsOf(offer)
      .map((text, i) => element('td', asText(text), numbers(i)))
      .join(''),
  );

function cellsOf({ provider, id, cost, limit, pricing: { status, source } }: Model): string[] {
  const price = (usd: number | null) => (status === 'priced' && usd !== null ? usdPerMillion(usd) : '');
  return [
    `${provider}/${id}`,
    status === 'priced' ? price(cost.input) : status,
    price(cost.output),
    limit.context?.toLocaleString('en') ?? '',
    source ?? '',
  ];
}
