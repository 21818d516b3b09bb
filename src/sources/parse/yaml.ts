import { parse } from 'yaml';
import { shapeError } from './shapeError.js';
import type { Page } from '../../model/page.js';
import { checkYaml } from './checkYaml.js';

/** The entries of a YAML document that is a list. Throws a shape error for anything else, an empty list included. */
export function yamlList(page: Page | undefined): unknown[] {
  const body = page?.body ?? '';
  checkYaml(body);
  let value: unknown;
  try {
    value = parse(body, { uniqueKeys: false, logLevel: 'error', prettyErrors: false });
  } catch (cause) {
    throw shapeError('the answer is not whole YAML', cause);
  }
  if (!Array.isArray(value) || value.length === 0) throw shapeError('the answer is not a YAML list');
  return value as unknown[];
}
