import type { Page } from '../model/page.js';
import { withoutPrivate } from './privateRows.js';

/** A page as it may be recorded, and how much of it is left out. */
export interface PublicPart {
  readonly page: Page;
  readonly leftOut: number;
}

/**
 * A page without what only the owner of the key is shown (`withoutPrivate`); one that was asked for without a key, one that
 * is no JSON and one that holds nothing of that kind is given as it is.
 */
export function publicPart(page: Page): PublicPart {
  const { request, body } = page;
  if (request.key === undefined) return { page, leftOut: 0 };
  const parsed = parse(body);
  if (parsed === undefined) return { page, leftOut: 0 };
  const { value, leftOut } = withoutPrivate(parsed);
  if (leftOut === 0) return { page, leftOut };
  return { page: { ...page, body: JSON.stringify(value, null, body.trim().includes('\n') ? 2 : undefined) }, leftOut };
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
