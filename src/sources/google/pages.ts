import type { Draft } from '../../model/draft.js';
import type { Modality } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { englishDay } from '../parse/dates.js';
import { shapeError } from '../parse/shapeError.js';
import { tokens } from '../parse/tokens.js';
import { withoutBetween } from '../parse/withoutBetween.js';
import { withoutLinks } from '../parse/markdownLinks.js';

const folder = 'https://ai.google.dev/gemini-api/docs/models/';

/** The page of a model; not every model of the price list has one. */
export const pageOf = (id: string): Request => ({ url: `${folder}${encodeURIComponent(id)}.md.txt` });

/** The model whose page it is. */
export const modelOf = ({ request: { url } }: Page): string =>
  decodeURIComponent(url.slice(folder.length).replace(/\.md\.txt$/, ''));

export type Details = Omit<Draft, 'id'>;

/** The few words behind "Outputs", up to those of the limits or the end. */
function outputsIn(sides: string): string | undefined {
  for (const { 0: title, index } of sides.matchAll(/\bOutputs?:? /gi)) {
    const rest = sides.slice(index + title.length, index + title.length + 100);
    const end = rest.search(/token limits?|input token|$/i);
    if (end >= 0 && end <= 80) return rest.slice(0, end);
  }
  return undefined;
}

/** What the page of a model says: "**Input token limit** 1,048,576", "**Function calling** Supported". */
export function detailsOf(page: Page): Details {
  const { body } = page;
  if (!/model code/i.test(body) || !body.includes(modelOf(page))) throw shapeError('the page has no code of the model');
  const text = withoutLinks(withoutBetween(body, '<', '>', ' '))
    .replaceAll(/[*|`\\^]/g, ' ')
    .replaceAll(/\s+/g, ' ');
  const after = (words: string, form: string) =>
    new RegExp(String.raw`${words}[\s:[\]\d]{0,6}? (${form})`, 'i').exec(text)?.[1];
  const supported = (name: string) => {
    const word = after(name, 'not supported|supported');
    return word === undefined ? null : !/^not/i.test(word);
  };
  const sides = /\bInputs?:? (.*)$/is.exec(text)?.[1] ?? '';
  const input = kindsIn(sides.slice(0, Math.max(0, sides.search(/\bOutputs?\b/i))));
  return {
    modalities: {
      input,
      output: kindsIn(outputsIn(sides)),
    },
    limit: {
      context: tokens(after('input token limit', String.raw`[\d,]+`)),
      output: tokens(after('output token limit', String.raw`[\d,]+`)),
    },
    capabilities: {
      toolCall: supported('function calling'),
      reasoning: supported('thinking'),
      structuredOutput: supported('structured outputs?'),
      attachment: input.length > 0 ? input.some((kind) => kind !== 'text') : null,
    },
    knowledge: englishDay(/knowledge cutoff:? ([a-z]+ (?:\d{1,2}, )?\d{4})/i.exec(text)?.[1]),
    lastUpdated: englishDay(/latest update:? ([a-z]+ (?:\d{1,2}, )?\d{4})/i.exec(text)?.[1]),
  };
}

const kindsIn = (words = ''): Modality[] =>
  (['text', 'image', 'audio', 'video', 'pdf'] as const).filter((kind) =>
    new RegExp(String.raw`\b${kind}s?\b`, 'i').test(words),
  );
