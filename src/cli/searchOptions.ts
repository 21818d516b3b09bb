import { z } from 'zod';
import { sorts } from '../book/models/query.js';
import { lifecycle, mode } from '../model/model.js';
import { priceStatus } from '../model/pricing.js';
import { declare, flag } from './declare.js';
import { formats } from './show/format.js';

const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) => z.enum(words).optional();

/** `128k`, `1m`, `200000`. */
const tokens = z
  .string()
  .regex(/^\d{1,9}(?:\.\d{1,3})?[km]?$/i)
  .transform((text) => Math.round(parseFloat(text) * (/k$/i.test(text) ? 1e3 : /m$/i.test(text) ? 1e6 : 1)));
const dollars = z
  .string()
  .regex(/^(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})$/)
  .transform(Number);

/** What models are searched by, those that may be given more than once. */
export const repeatedOptions = {
  lab: declare({
    flags: '--lab <name>',
    help: 'only models that this lab made, in any spelling; may be repeated',
    expects: 'a lab such as meta',
    schema: z.string().min(1).optional(),
    repeats: true,
  }),
  mode: declare({
    flags: '--mode <mode>',
    help: `what it is for: ${mode.options.join(', ')}; may be repeated`,
    expects: `one of ${mode.options.join(', ')}`,
    schema: mode.optional(),
    repeats: true,
  }),
  status: declare({
    flags: '--status <word>',
    help: `${lifecycle.options.join(', ')} (default active and preview); or of the price ${priceStatus.options.join(', ')}; may be repeated`,
    expects: `one of ${[...lifecycle.options, ...priceStatus.options].join(', ')}`,
    schema: z.enum([...lifecycle.options, ...priceStatus.options]).optional(),
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
    schema: dollars.optional(),
  }),
  maxOutputPrice: declare({
    flags: '--max-output-price <usd>',
    help: 'USD per 1M tokens, at most so much',
    expects: 'USD per 1M tokens, such as 2',
    schema: dollars.optional(),
  }),
  minContext: declare({
    flags: '--min-context <tokens>',
    help: 'at least so many tokens of context, such as 128k',
    expects: 'a number of tokens, such as 200000, 128k or 1m',
    schema: tokens.optional(),
  }),
  sort: declare({
    flags: '--sort <by>',
    help: `${sorts.join(', ')} (default price: of 1M tokens in and 1M out, those without a price last)`,
    expects: `one of ${sorts.join(', ')}`,
    schema: oneOf(sorts),
  }),
  format: declare({
    flags: '--format <format>',
    help: `${formats.join(', ')} (default table); USD per 1M tokens in table, csv and md, per 1K in json and jsonl`,
    expects: `one of ${formats.join(', ')}`,
    schema: oneOf(formats),
  }),
} as const;
