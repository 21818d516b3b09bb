import type { Request } from '../../model/request.js';
import { shownPrice } from '../parse/shownPrice.js';
import { linesIn } from '../parse/linesIn.js';

const folder = 'https://console.upstage.ai/docs/models/';

/**
 * The pages that a document links to, and those that its models should have: the page of solar-pro2-251215 is
 * solar-pro-2, that of solar-open2 solar-open2. All of them may be missing.
 */
export function modelPages(body: string, models: readonly (string | undefined)[]): Request[] {
  const linked = [...body.matchAll(/\/docs\/models\/([a-z][\w.-]*?)(?:\.md)?(?=[)\s"'#?>]|$)/gm)].map(
    ([, slug = '']) => slug,
  );
  const named = models.flatMap((model) => {
    const family = undated(model ?? '');
    return family ? [family.replace(/([a-z])(\d)/g, '$1-$2'), family] : [];
  });
  const slugs = [...new Set([...linked, ...named])].filter((slug) => slug !== 'history');
  return slugs.map((slug) => ({ url: `${folder}${slug}.md` }));
}

/** An id without the date at its end. */
const undated = (model: string): string => model.toLowerCase().replace(/-\d{6}$/, '');

/** One spelling for the family that an id or the address of a page means: solarpro2. */
export const familyOf = (modelOrUrl: string | undefined): string =>
  undated((modelOrUrl ?? '').replace(/^.*\//, '').replace(/\.md$/, '')).replaceAll(/[^a-z0-9]/g, '');

const deprecates = /deprecation notice|(will be|is|has been|are) (fully )?deprecated/i;

/** What the quotes of a text say of a model's end; null where they don't. */
export function noticeIn(body: string): { deprecated: true | null; retires: string | null } {
  const notice = [...body.matchAll(/^>.*(?:\n>.*)*/gm)]
    .map(([quote]) => quote.replaceAll('**', ''))
    .find((quote) => deprecates.test(quote));
  return { deprecated: notice !== undefined || null, retires: /\bon\s+(.*)/is.exec(notice ?? '')?.[1] ?? null };
}

/** What the page of a model says, for all its versions. */
export function pageFacts(body: string) {
  return {
    input: priceOf(body, /^input token$/),
    output: priceOf(body, /^output token$/),
    cacheRead: priceOf(body, /^cached( input)? token$/),
    others: othersIn(body),
    context: /^[-*]\s+([\d,]+k?m?)\s+(?:tokens? )?context length/im.exec(body)?.[1] ?? null,
    knowledge: knowledgeIn(body),
    reasoning: /^[-*]\s+reasoning mode available/im.test(body) || null,
    ...noticeIn(body),
  };
}

/** "- March 2025 training data cut-off": the words before. */
const knowledgeIn = (body: string): string | null => {
  const line = linesIn(body).find((one) => /^[-*]\s.*\straining data cut-?off/i.test(one));
  return line?.slice(1, line.search(/\straining data cut-?off/i)).trim() || null;
};

/** The bullets "- **Price**: $0.15/1M tokens (Input Token)": what stands behind the colon. */
const pricesIn = (body: string): string[] =>
  [...body.matchAll(/^[-*][ \t][ \t*_:`]*price[^\w\r\n](.*)$/gim)].map(([, line = '']) => line);

const perTokens = /\/\s{0,4}1M tokens?\s{0,4}\(([^()]*)\)/i;
const sideOf = (line: string): string => (perTokens.exec(line)?.[1] ?? '').toLowerCase().replace(/s$/, '').trim();

function priceOf(body: string, kind: RegExp): string | null {
  const line = pricesIn(body).find((shown) => kind.test(sideOf(shown)));
  return line === undefined ? null : shownPrice(line.slice(0, perTokens.exec(line)?.index ?? 0));
}

/** Prices that are not per 1M tokens of a known side, such as "$0.01/page". */
const othersIn = (body: string): string[] =>
  pricesIn(body)
    .filter((line) => line.includes('$') && !/^(input|output|cached( input)?) token$/.test(sideOf(line)))
    .map((line) => line.replace(/^[\s*:]+/, '').trim());
