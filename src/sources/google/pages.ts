import type { Draft } from '../../model/draft.js';
import type { Modality } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { englishDay } from '../parse/dates.js';
import { shapeError } from '../parse/shapeError.js';
import { tokens } from '../parse/tokens.js';

const folder = 'https://ai.google.dev/gemini-api/docs/models/';

/** The page of a model; not every model of the price list has one. */
export const pageOf = (id: string): Request => ({ url: `${folder}${encodeURIComponent(id)}.md.txt` });

/** The model whose page it is. */
export const modelOf = ({ request: { url } }: Page): string =>
  decodeURIComponent(url.slice(folder.length).replace(/\.md\.txt$/, ''));

export type Details = Omit<Draft, 'id'>;

/** What the page of a model says: "**Input token limit** 1,048,576", "**Function calling** Supported". */
export function detailsOf(page: Page): Details {
  const { body } = page;
  if (!/model code/i.test(body) || !body.includes(modelOf(page))) throw shapeError('the page has no code of the model');
  const text = body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*|`\\^]/g, ' ')
    .replaceAll(/\s+/g, ' ');
  const after = (words: string, form: string) =>
    new RegExp(String.raw`${words}[\s:[\]\d]{0,6}? (${form})`, 'i').exec(text)?.[1];
  const supported = (name: string) => {
    const word = after(name, 'not supported|supported');
    return word === undefined ? null : !/^not/i.test(word);
  };
  const input = kindsIn(/\bInputs?:? (.*?)\bOutputs?\b/i.exec(text)?.[1]);
  return {
    modalities: {
      input,
      output: kindsIn(/\bInputs?:? .*?\bOutputs?:? (.{0,80}?)(?:token limits?|input token|$)/i.exec(text)?.[1]),
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
