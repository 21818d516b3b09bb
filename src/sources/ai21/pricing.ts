import { z } from 'zod';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { listEndpoint } from '../listEndpoint.js';
import { amount, id, text } from '../parse/fields.js';
import { htmlPage } from '../parse/htmlPage.js';
import { perMillion } from '../parse/money.js';
import { shapeError } from '../parse/shapeError.js';

export const pricingPage: Request = { url: 'https://www.ai21.com/pricing/' };

/** A model of the price page: its name and, as quoted, what 1M tokens cost in USD. */
export interface Card {
  readonly id: string;
  readonly name: string;
  readonly input?: string | undefined;
  readonly output?: string | undefined;
}

const row = z.looseObject({ id, name: text, input: amount, output: amount });

/** AI21's price page: a card for each current model. */
export const pricing = listEndpoint('pricing', {
  list: pricingPage,
  rows: priceCards,
  row,
  normalize: (model) => ({
    id: model.id,
    name: model.name,
    ownedBy: 'ai21',
    cost: { input: perMillion(model.input), output: perMillion(model.output) },
  }),
});

/** A heading, or a line that is a model's name and nothing else. */
const heading = /^#(.+)$|^(Jamba(?: [\w.]+){1,3})$/i;

/** The headings of the page that are followed by token prices, before the next one. */
export function priceCards({ body }: Page): Card[] {
  const cards = new Map<string, Card>();
  let name: string | undefined;
  let lines: string[] = [];
  const close = () => {
    const words = lines.join(' ');
    const input = priceOf(words, 'input');
    const output = priceOf(words, 'output');
    // Display names are the ids in kebab case: "Jamba Mini" is jamba-mini.
    const alias = name?.toLowerCase().replaceAll(/\s+/g, '-') ?? '';
    if (name && (input ?? output) && !cards.has(alias)) cards.set(alias, { id: alias, name, input, output });
    lines = [];
  };
  for (const line of linesOf(body)) {
    const [, title, model] = heading.exec(line) ?? [];
    if (title ?? model) {
      close();
      name = (title ?? model)?.trim();
    } else lines.push(line);
  }
  close();
  if (cards.size === 0) throw shapeError('the page prices no models');
  return [...cards.values()];
}

/** "$0.2 / 1M input tokens". */
const priceOf = (words: string, side: string): string | undefined =>
  new RegExp(String.raw`\$\s*(\d+(?:\.\d+)?)\s*(?:/|per)\s*1M\s+${side}\s+tokens`, 'i').exec(words)?.[1];

/** The page's words line by line, headings marked with "#". */
function linesOf(body: string): string[] {
  const $ = htmlPage(body);
  $('script,style,del,s').remove();
  $('h1,h2,h3,h4,h5,h6').each((_, element) => {
    $(element).replaceWith(`\n# ${$(element).text().replaceAll(/\s+/g, ' ').trim()}\n`);
  });
  $('p,div,li,span,br').append('\n').before('\n');
  return $('body')
    .text()
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
