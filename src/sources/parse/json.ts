import { ofPage } from './ofPage.js';
import { shapeError, ShapeError } from './shapeError.js';
import type { Page } from '../../model/page.js';
import { checkJson } from './checkJson.js';

const parsed = new WeakMap<Page, unknown>();

/** The page as JSON, parsed once however many sources read it. Throws a shape error for HTML, an empty or a cut-off body. */
export function json(page: Page): unknown {
  if (!parsed.has(page)) parsed.set(page, parse(page));
  return parsed.get(page);
}

function parse({ body, request }: Page): unknown {
  const start = body.trimStart().slice(0, 15).toLowerCase();
  if (start === '') throw new ShapeError('the answer is empty', { url: request.url });
  if (start.startsWith('<')) throw new ShapeError('the answer is an HTML page, not JSON', { url: request.url });
  checkJson(body);
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ShapeError('the answer is not whole JSON', { url: request.url, cause });
  }
}

/** An object and nothing else. Throws a shape error that repeats what an `{"error": …}` or `{"success": false, …}` answer says. */
export function jsonObject(page: Page): Record<string, unknown> {
  const value = json(page);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw shapeError('the answer is not an object');
  const object = value as Record<string, unknown>;
  const error = errorOf(object);
  if (error) throw shapeError(`the provider answered an error: ${errorText(error)}`);
  return object;
}

const errorOf = ({ error, success, message, errors }: Record<string, unknown>): unknown =>
  error || (success === false ? message || errors || 'no success' : null);

const errorText = (error: unknown): string => {
  const message = typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : error;
  return (typeof message === 'string' ? message : JSON.stringify(error)).slice(0, 200);
};

/**
 * The rows of one page: the list under the first of `keys` that holds one, or the page itself where it is a bare list.
 *
 * Throws a shape error where there is none, or an empty one: a provider without models is a fault, not a catalog.
 */
export function jsonList(page: Page, ...keys: readonly string[]): unknown[] {
  const value = json(page);
  const object = Array.isArray(value) ? undefined : jsonObject(page);
  const list = object ? keys.map((key) => object[key]).find(Array.isArray) : value;
  if (!Array.isArray(list)) throw shapeError(`the answer has no list ${keys.map((key) => `"${key}"`).join(' or ')}`);
  if (list.length === 0) throw shapeError('the list is empty');
  return list as unknown[];
}

/** `jsonList` over all pages of a paged list, each row marked with its page; only the first one must not be empty. */
export const jsonPages = (pages: readonly Page[], ...keys: readonly string[]): unknown[] =>
  pages.flatMap((page, i) => {
    try {
      return ofPage(jsonList(page, ...keys), page);
    } catch (error) {
      if (i > 0 && error instanceof Error && error.message === 'the list is empty') return [];
      throw error;
    }
  });
