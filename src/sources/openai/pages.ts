import type { Draft } from '../../model/draft.js';
import type { Modality } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { englishDay } from '../parse/dates.js';
import { tokens } from '../parse/tokens.js';
import { withoutBetween } from '../parse/withoutBetween.js';

const folder = 'https://developers.openai.com/api/docs/models/';

/** The page of a model; not every model of the price list has one. */
export const pageOf = (id: string): Request => ({ url: `${folder}${encodeURIComponent(id)}.md` });

/** The model whose page it is. */
export const modelOf = ({ request: { url } }: Page): string =>
  decodeURIComponent(url.slice(folder.length).replace(/\.md$/, ''));

/** The dated snapshots of a model that its page names. */
export const snapshotsIn = (id: string, body: string): string[] => [
  ...new Set(
    body.match(
      new RegExp(String.raw`(?<![\w.-])${id.replaceAll('.', String.raw`\.`)}-\d{4}-\d{2}-\d{2}(?![\w-])`, 'g'),
    ),
  ),
];

/** What a page of a model says beside the price: "1,050,000 context window", "Function calling … Supported". */
export function detailsOf(body: string): Omit<Draft, 'id'> {
  const text = withoutBetween(body, '<', '>', '\n')
    .replaceAll(/[`*|#]/g, ' ')
    .replaceAll(/\s+/g, ' ');
  if (!/context window/i.test(text)) return {};
  const before = (words: string) => new RegExp(String.raw`(\d[\d.,]{0,20}[KM]?) ${words}`, 'i').exec(text)?.[1];
  const input = modalities(text, 'input');
  const context = before('context window');
  return {
    modalities: { input, output: modalities(text, 'output') },
    limit: { context: tokens(context), output: tokens(before('max output tokens')) },
    capabilities: {
      toolCall: supported(text, 'function calling'),
      structuredOutput: supported(text, 'structured outputs?'),
      streaming: supported(text, 'streaming'),
      reasoning: /reasoning token support/i.test(text) ? true : null,
      attachment: input.length > 0 ? input.some((kind) => kind !== 'text') : null,
    },
    knowledge: englishDay(/([a-z]{3,9}\.? \d{1,2}, \d{4}) knowledge cutoff/i.exec(text)?.[1]),
  };
}

/** "Supported" or "Not supported" close behind the name; null where neither is. */
function supported(text: string, name: string): boolean | null {
  const word = new RegExp(String.raw`\b${name}\b[\s:.…-]{0,20}(not supported|supported|yes|no)\b`, 'i').exec(text)?.[1];
  return word ? !/^no/i.test(word) : null;
}

const kinds: readonly Modality[] = ['text', 'image', 'audio', 'video'];

/** "Text Input and output", "Image Input only", "Audio Not supported". */
const modalities = (text: string, side: 'input' | 'output'): Modality[] =>
  kinds.filter((kind) => {
    const said = new RegExp(
      String.raw`\b${kind}s?\b[\s:.…-]{0,20}(input and output|input only|output only|input|output)\b`,
      'i',
    );
    return said.exec(text)?.[1]?.toLowerCase().includes(side);
  });
