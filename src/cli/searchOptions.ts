import { sorts } from '../book/models/query.js';
import { lifecycles, modes, priceStatuses } from '../model/words.js';
import { declare, flag, number, oneOf, some } from './declare.js';
import { formats } from './formats.js';

/** `128k`, `1m`, `200000`. */
const tokens = (text: string): number | undefined =>
  /^\d{1,9}(?:\.\d{1,3})?[km]?$/i.test(text)
    ? Math.round(parseFloat(text) * (/k$/i.test(text) ? 1e3 : /m$/i.test(text) ? 1e6 : 1))
    : undefined;
const dollars = number(/^(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})$/, 0, Infinity);
const statuses = [...lifecycles, ...priceStatuses];

/** What models are searched by, those that may be given more than once. */
export const repeatedOptions = {
  lab: declare({
    flags: '--lab <name>',
    help: 'only models that this lab made, in any spelling; may be repeated',
    expects: 'a lab such as meta',
    read: some,
    repeats: true,
  }),
  mode: declare({
    flags: '--mode <mode>',
    help: `what it is for: ${modes.join(', ')}; may be repeated`,
    expects: `one of ${modes.join(', ')}`,
    read: oneOf(modes),
    repeats: true,
  }),
  status: declare({
    flags: '--status <word>',
    help: `${lifecycles.join(', ')} (default active and preview); or of the price ${priceStatuses.join(', ')}; may be repeated`,
    expects: `one of ${statuses.join(', ')}`,
    read: oneOf(statuses),
    repeats: true,
  }),
} as const;

/** What models are searched by and how they are shown. */
export const searchOptions = {
  ...repeatedOptions,
  tools: flag('--tools', 'only offers that call tools'),
  thinking: flag('--thinking', 'only offers that think before they answer'),
  maxInputPrice: declare({
    flags: '--max-input-price <usd>',
    help: 'USD per 1M tokens, at most so much',
    expects: 'USD per 1M tokens, such as 0.5',
    read: dollars,
  }),
  maxOutputPrice: declare({
    flags: '--max-output-price <usd>',
    help: 'USD per 1M tokens, at most so much',
    expects: 'USD per 1M tokens, such as 2',
    read: dollars,
  }),
  minContext: declare({
    flags: '--min-context <tokens>',
    help: 'at least so many tokens of context, such as 128k',
    expects: 'a number of tokens, such as 200000, 128k or 1m',
    read: tokens,
  }),
  sort: declare({
    flags: '--sort <by>',
    help: `${sorts.join(', ')} (default price: of 1M tokens in and 1M out, those without a price last)`,
    expects: `one of ${sorts.join(', ')}`,
    read: oneOf(sorts),
  }),
  format: declare({
    flags: '--format <format>',
    help: `${formats.join(', ')} (default table); USD per 1M tokens in table, csv and md, per 1K in json and jsonl`,
    expects: `one of ${formats.join(', ')}`,
    read: oneOf(formats),
  }),
} as const;
