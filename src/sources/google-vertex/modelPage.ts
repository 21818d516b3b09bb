import type { Lifecycle, Modality, Mode } from '../../model/model.js';
import { englishDay } from '../parse/dates.js';
import { lifecycleNamed } from '../parse/lifecycleNamed.js';
import { tokens } from '../parse/tokens.js';

/** What a model's page says; null where it doesn't. */
export interface Facts {
  readonly name: string | null;
  readonly input: readonly Modality[];
  readonly output: readonly Modality[];
  readonly mode: Mode | null;
  readonly context: number | null;
  readonly maxOutput: number | null;
  readonly toolCall: boolean | null;
  readonly reasoning: boolean | null;
  readonly structured: boolean | null;
  readonly knowledge: string | null;
  readonly status: Lifecycle | null;
  readonly releaseDate: string | null;
  readonly retiresAt: string | null;
}

export type Models = ReadonlyMap<string, Facts>;

/**
 * The models of a page by id: one a block "Model ID", more where it holds several ids or where its versions are named by
 * their ids. A page without such a block is about something else. `day` is that of the page.
 */
export function modelsOn(lines: readonly string[], day: string): Models {
  const starts = lines.flatMap((line, i) => (/^model id:?$/i.test(line) ? [i] : []));
  const models = new Map<string, Facts>();
  const top = lines.slice(0, starts[0]);
  starts.forEach((start, n) => {
    const block = [...top, ...lines.slice(start, starts[n + 1])];
    const below = lines.slice(start + 1);
    const ids = below
      .slice(
        0,
        below.findIndex((line) => idIn(line) === null),
      )
      .flatMap((line) => idIn(line) ?? []);
    const versions = versionsIn(block);
    const named = ids.some((id) => versions.has(id)) ? [...versions.keys()] : [];
    for (const id of new Set([...ids, ...named])) {
      const version = versions.get(id) ?? [...versions.values()][0];
      if (!models.has(id)) models.set(id, factsIn(block, version, day));
    }
  });
  return models;
}

/** "⟦gemini-3.1-pro-preview-customtools*⟧" -> the id without its footnote; null for what is no id. */
const idIn = (line: string): string | null => /^⟦([\w.@/-]{1,200})\W{0,8}⟧$/.exec(line)?.[1] ?? null;

const isVersions = (line: string): boolean => /^(# )?versions?$/i.test(line);

/** The lines of each version under "Versions". */
function versionsIn(lines: readonly string[]): Map<string, string[]> {
  const start = lines.findIndex(isVersions);
  const versions = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    const name = /^⟦(.+?)\*?⟧$/.exec(line)?.[1];
    if (name) versions.set(name, (current = []));
    else if (/^(# |pricing$|quota|supported |knowledge|see )/i.test(line)) break;
    else current?.push(line);
  }
  return versions;
}

function factsIn(lines: readonly string[], version: readonly string[] | undefined, day: string): Facts {
  const value = (label: RegExp) => valueOf(lines, label);
  // What a version leaves open the page may say above all versions; another version doesn't say it.
  const above = version ? lines.slice(0, lines.findIndex(isVersions)) : lines;
  const ofVersion = (label: RegExp) => valueOf(version ?? [], label) ?? valueOf(above, label);
  const can = verdicts(lines);
  const sides = modalitiesIn(lines);
  const title = lines.find((line) => line.startsWith('# '))?.slice(2) ?? null;
  return {
    name: title?.replace(/ on (google cloud|vertex ai)$/i, '').replace(/^anthropic's /i, '') ?? null,
    ...sides,
    context:
      limit(value(/^context window/i)) ??
      limit(value(/^max(imum)? input tokens/i)) ??
      limit(value(/^context length/i)) ??
      limit(value(/^max(imum)? sequence length/i)),
    maxOutput: limit(value(/^max(imum)? output( tokens)?/i)),
    toolCall: can(/^function calling/),
    reasoning: can(/^(extended )?(thinking|reasoning)/),
    structured: can(/^structured outputs?/),
    knowledge: englishDay(value(/^knowledge cutoff( date)?/i)),
    status: lifecycleNamed(ofVersion(/^launch stage/i)),
    releaseDate: englishDay(ofVersion(/^release date/i)),
    retiresAt: retirement(lines, ofVersion(/^retirement date[^:]*/i), day),
  };
}

/**
 * The day of retirement. "Not sooner than" and "or later" go with the first day on which it may happen, as long as that
 * day has not come; then they say no more than that the model may end.
 */
function retirement(lines: readonly string[], value: string | null, day: string): string | null {
  const date = englishDay(value);
  const isBound =
    /or later|sooner/i.test(value ?? '') || lines.some((line) => /^retirement date not sooner/i.test(line));
  return isBound && date !== null && date <= day ? null : date;
}

/** What stands behind a label: "Context window" and the next line, or "Context length: 128,000". */
function valueOf(lines: readonly string[], label: RegExp): string | null {
  for (const [i, line] of lines.entries()) {
    const rest = line.replace(label, '');
    if (rest === line) continue;
    const own = rest.trimStart().startsWith(':') ? rest.trimStart().slice(1).trimStart() : rest === '' ? '' : null;
    const next = lines[i + 1] ?? '';
    if (own) return /^[\d,.]+[km]? \(\w+\)$/i.test(next) ? `${own}, ${next}` : own;
    if (own === '') return next || null;
  }
  return null;
}

/** "1,048,576", "128K", "128,000 tokens"; of "1M (Preview), 200,000 (GA)" the one that is generally available. */
function limit(text: string | null): number | null {
  if (text === null || !/^[\d,.]+\s{0,4}[km]?(\s{0,4}tokens)?(\s{0,4}\(|$)/i.test(text)) return null;
  const available = text.includes('(GA)')
    ? text
        .split('(GA)', 1)[0]
        ?.match(/\d[\d,.]*(?:\s?[km]\b)?/gi)
        ?.at(-1)
    : undefined;
  return tokens(available ?? text);
}

/** Two layouts: each name followed by its verdict, or each verdict followed by its names. */
function verdicts(lines: readonly string[]): (name: RegExp) => boolean | null {
  const found: [name: string, verdict: boolean][] = [];
  let names: string[] = [];
  let heading: boolean | undefined;
  for (const line of lines) {
    if (/^(# )?(capabilities|tools|usage types|versions?|modalities|token limits)$/i.test(line)) {
      names = [];
      heading = undefined;
    } else if (/^(not )?supported$/i.test(line)) {
      const verdict = /^s/i.test(line);
      if (names.length === 0) heading = verdict;
      else found.push(...names.map((name): [string, boolean] => [name, verdict]));
      names = [];
    } else if (heading === undefined) names.push(line.toLowerCase());
    else found.push([line.toLowerCase(), heading]);
  }
  return (name) => found.find(([said]) => name.test(said))?.[1] ?? null;
}

const kinds: Record<string, Modality> = {
  text: 'text',
  image: 'image',
  images: 'image',
  audio: 'audio',
  video: 'video',
  pdf: 'pdf',
  documents: 'pdf',
};

/** "Image" and "Input only" below it, or "Inputs:" and "Text , Image , PDF" below it. */
function modalitiesIn(lines: readonly string[]): Pick<Facts, 'input' | 'output' | 'mode'> {
  const listed = (label: RegExp) =>
    (valueOf(lines, label) ?? '').split(',').flatMap((word) => kinds[word.trim().toLowerCase()] ?? []);
  const sides = lines.flatMap((line, i) => {
    const side = /^(input and output|input only|output only)$/i.exec(lines[i + 1] ?? '')?.[0].toLowerCase();
    return side ? [{ kind: line.toLowerCase(), side }] : [];
  });
  const on = (side: string) => sides.flatMap((each) => (each.side.includes(side) ? (kinds[each.kind] ?? []) : []));
  return {
    input: [...on('input'), ...listed(/^inputs?(?=:|$)/i)],
    output: [...on('output'), ...listed(/^outputs?(?=:|$)/i)],
    mode: sides.some(({ kind, side }) => kind === 'embeddings' && side.includes('output')) ? 'embedding' : null,
  };
}
