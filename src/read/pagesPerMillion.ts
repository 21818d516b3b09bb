import type { Page } from '../model/page.js';

/** What a price per 1M tokens is called: "per 1M tokens", "$ / million", "MTok"; not so many characters, and no context. */
const perMillion =
  /(?:\bper\s+|\/\s*)(?:(?:1\s?)?(?:M|million)|1,000,000)\b(?!\s*char)|MTok\b|\b1M (?:input|output) tokens?\b/i;

/** How many pages for people name the unit of their prices; in a list for machines it stands beside each price, or nowhere. */
export const pagesPerMillion = (pages: readonly Pick<Page, 'body'>[]): number =>
  pages.filter(({ body }) => !/^\s*[[{]/.test(body) && perMillion.test(body)).length;
