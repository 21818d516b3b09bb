import type { Cost, Tier } from '../../model/cost.js';
import type { Modality, Mode } from '../../model/model.js';
import type { Issue } from '../../model/pricing.js';
import { tokenFields } from '../../model/words.js';
import { stated } from '../parse/money.js';

/** What decides what a number per token may mean. */
export interface UnitKind {
  readonly mode: Mode | null;
  readonly output: readonly Modality[];
  readonly input: readonly Modality[];
}

type Prices = Partial<Cost>;

/** No text costs that many times more to write than to read; a model that writes images as well has their price there. */
const imageRatio = 20;

/** USD per 1K tokens, 1,000 per 1M: no token ever cost that; such a number is per something else. */
const dearest = 1;

/**
 * The prices of a model in the fields that they belong to by what it is: what an image model writes are image tokens, what
 * a speech model writes audio tokens, what a transcription model hears audio tokens; embeddings and the like write nothing.
 * A price per token that no token ever cost is none, and an issue.
 */
export function unitsFor(kind: UnitKind, cost: Prices): { cost: Prices; issues: Issue[] } {
  const issues: Issue[] = [];
  const result: Prices = { ...cost };
  const drop = (field: keyof Cost) => {
    if (field in result) result[field] = null;
  };
  for (const field of tokenFields) {
    const price = result[field];
    if (typeof price !== 'number' || price <= dearest) continue;
    issues.push({ code: 'unknown-unit', detail: `${field}: ${price} USD per 1K is not a price per token` });
    drop(field);
  }
  const move = (from: 'input' | 'output', to: keyof Cost) => {
    const price = result[from];
    if (typeof price !== 'number') return;
    if (typeof result[to] !== 'number') result[to] = price;
    drop(from);
  };
  if (writesNothing(kind.mode)) drop('output');
  else if (writesImageTokens(kind, result)) move('output', 'outputImage');
  else if (kind.mode === 'speech' && !kind.output.includes('text')) move('output', 'outputAudio');
  if (kind.mode === 'transcription' && kind.input.length > 0 && !kind.input.includes('text'))
    move('input', 'inputAudio');
  return { cost: result, issues };
}

/** Models that give back numbers: an output price or limit of theirs is another thing's. */
export const writesNothing = (mode: Mode | null): boolean => mode === 'embedding' || mode === 'rerank';

/** Whether what a model's output price is for are images: it writes nothing else, or no text is that dear. */
function writesImageTokens({ mode, output: kinds }: UnitKind, { input, output }: Prices): boolean {
  if (!kinds.includes('text')) return mode === 'image';
  return kinds.includes('image') && !!input && !!output && output >= input * imageRatio;
}

/** The same for a tier; a field that is not there any more is left out. */
export const tierUnitsFor = (kind: UnitKind, tier: Tier): Tier => {
  const { cost } = unitsFor(kind, stated(tier.cost));
  return { ...tier, cost: stated(cost) };
};
