import type { Page } from '../../model/page.js';
import { shapeError } from './shapeError.js';

/** The body of a page that is asked for as text, such as markdown. Throws a shape error for HTML, which error pages are, and for nothing. */
export function plainText({ body }: Page): string {
  const start = body.trimStart().slice(0, 15).toLowerCase();
  if (start === '') throw shapeError('the answer is empty');
  if (/^<(!doctype|html|head|body)/.test(start)) throw shapeError('the answer is an HTML page, not text');
  return body;
}
