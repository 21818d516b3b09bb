import { disjoint } from './disjoint.js';
import { type Counted, feesIn } from './fees.js';
import { count, isRaw, part, type Raw, text } from './fields.js';
import { anthropic, isAnthropic, iterationsIn } from './forms/anthropic.js';
import { bedrock, isBedrock } from './forms/bedrock.js';
import { cohere, isCohere } from './forms/cohere.js';
import { gemini, isGemini } from './forms/gemini.js';
import { openai } from './forms/openai.js';
import { type About, allInside, type Reading } from './reading.js';
import type { Pass, Units } from './units.js';

/**
 * The requests of a call with what each of them used, by the form that the usage object has. None where it counts nothing that
 * is known. Throws a `BadCount`.
 */
export function passesIn(raw: Raw, about: About): Pass[] {
  const readings = isAnthropic(raw, about)
    ? iterationsIn(raw).map((one) => ({ reading: anthropic(one), model: text(one, 'model') }))
    : (others(raw, about) ?? [{ reading: readingOf(raw, about), model: undefined }]);
  const passes = readings.flatMap(({ reading, model }) =>
    reading && isCounted(reading) ? [passOf(reading, model)] : [],
  );
  return withFees(passes, feesIn(raw, about));
}

/** The counts of an object in the form that it has; undefined where it has none of ours. */
function readingOf(raw: Raw, about: About): Reading | undefined {
  if (isCohere(raw)) return cohere(raw);
  if (about.provider === 'cohere' && part(raw, 'tokens')) return undefined;
  if (isGemini(raw)) return gemini(raw);
  if (isBedrock(raw)) return bedrock(raw);
  const reading = openai(raw, about);
  return isCounted(reading) ? reading : lump(raw, about);
}

/** One number for all is what goes in, where nothing comes out. */
function lump(raw: Raw, { api = '' }: About): Reading | undefined {
  const all = count(raw, 'total_tokens', 'totalTokens');
  if (all === undefined || /chat|message|response|completion|converse|generate/i.test(api)) return undefined;
  return { input: all, inside: allInside };
}

interface Read {
  readonly reading: Reading | undefined;
  readonly model: string | undefined;
}

/** The models that a system called: Groq's compound ones name each with its usage, which is billed in place of their own. */
function others(raw: Raw, about: About): Read[] | undefined {
  const { models } = part(raw, 'usage_breakdown') ?? {};
  if (!Array.isArray(models) || models.length === 0) return undefined;
  return models.filter(isRaw).map((one) => {
    const usage = part(one, 'usage');
    return { reading: usage && readingOf(usage, about), model: text(one, 'model') };
  });
}

const isCounted = (reading: Reading): boolean =>
  Object.entries(reading).some(([name, one]) => name !== 'inside' && name !== 'total' && one !== undefined);

const passOf = (reading: Reading, model: string | undefined): Pass => {
  const { units, ...rest } = disjoint(reading);
  return { ...rest, ...(model !== undefined && { model }), units: used(units) };
};

const used = (units: Counted): Units =>
  Object.fromEntries(Object.entries(units).filter((entry): entry is [string, number] => (entry[1] ?? 0) > 0));

/** Fees are the call's, not one request's. A call that says that there were none has counted. */
function withFees(passes: readonly Pass[], all: Counted): Pass[] {
  const fees = used(all);
  const isTold = Object.values(all).some((many) => many !== undefined);
  const isNew = Object.keys(fees).length > 0 || (isTold && passes.length === 0);
  return isNew ? [...passes, { units: fees, contradicts: [] }] : [...passes];
}
