import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import { listEndpoint } from '../listEndpoint.js';
import { id, texts } from '../parse/fields.js';
import { htmlPage } from '../parse/htmlPage.js';
import { dollars } from '../parse/money.js';
import { notEmpty } from '../parse/notEmpty.js';
import { label } from '../parse/tables.js';
import { costOf, modeOf } from './kinds.js';

const shown = z.looseObject({ name: id, prices: texts });

/** The pricing page; its names may price what the lists name alike. */
export const page = listEndpoint('page', {
  list: { url: 'https://www.parasail.io/pricing' },
  rows: (page) => pricingRows(page.body),
  row: shown,
  normalize: fromPage,
});

/** The rows from "Per-token model pricing" down to the prices of GPUs and batches, which look the same. */
function pricingRows(body: string): unknown[] {
  const $ = htmlPage(body);
  const rows: unknown[] = [];
  let perToken = false;
  $('*').each((_, element) => {
    if (!$(element).hasClass('ptbl-row')) {
      const isHeading = $(element).is('h1,h2,h3,h4,h5,h6');
      const title = isHeading || $(element).children().length === 0 ? label($(element).text()) : '';
      if (title.startsWith('per token model pricing')) perToken = true;
      else if (title.startsWith('reserved gpu') || (isHeading && /\b(gpus?|batch)\b/.test(title))) perToken = false;
      return;
    }
    const name = $(element).find('.mdl .ep').first().text().trim();
    const prices = $(element)
      .find('.num')
      .toArray()
      .map((cell) => $(cell).text());
    if (perToken && (name || prices.length > 0)) rows.push({ name, prices });
  });
  return notEmpty(rows, 'no prices under "Per-token model pricing"');
}

/** The page knows no ids, so the name stands for it. */
function fromPage(model: z.infer<typeof shown>): Draft {
  const [input, output, cached] = (model.prices ?? []).map((cell) => dollars(cell)[0] ?? null);
  const mode = modeOf(model.name, []);
  return { id: model.name, isNameOnly: true, name: model.name, mode, cost: costOf(mode, input, output, cached) };
}
