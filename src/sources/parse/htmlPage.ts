import { type CheerioAPI, load } from 'cheerio/slim';
import { parse } from 'parse5';
import { countedAdapter } from './countedAdapter.js';
import { checkLength } from './limits.js';
import { checkAttributes } from './checkAttributes.js';

/**
 * An HTML page as a browser reads it, to query; throws a shape error for one that is too long, nested too deep or of too
 * many elements or attributes. The slim entry: Cheerio's own one loads an HTTP client at each start.
 */
export function htmlPage(body: string): CheerioAPI {
  checkLength(body, 'HTML');
  checkAttributes(body);
  return load(parse(body, { treeAdapter: countedAdapter() }));
}
