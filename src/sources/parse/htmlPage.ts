import { type CheerioAPI, load } from 'cheerio/slim';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';

/** An HTML page as a browser reads it, to query. The slim entry: Cheerio's own one loads an HTTP client at each start. */
export const htmlPage = (body: string): CheerioAPI => load(parse(body, { treeAdapter: adapter }));
