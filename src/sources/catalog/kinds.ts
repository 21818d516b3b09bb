import type { Draft } from '../../model/draft.js';
import type { Modality, Mode } from '../../model/model.js';
import { modeFor } from '../reading/modeFor.js';
import { modeOf } from '../parse/modalities.js';
import type { Quoted } from '../parse/money.js';
import type { Row } from './row.js';

export interface Kinds {
  readonly input: readonly Modality[];
  readonly output: readonly Modality[];
}

type Told = Pick<Row, 'id' | 'name' | 'family' | 'reasoning'>;

/**
 * What the catalog tells of a model's mode. Of embeddings it says that they write text, so their family does; an image
 * model that reasons writes text as well, which its modalities leave out; and sound may be music.
 */
export function modeIn({ id, name, family, reasoning }: Told, { input, output }: Kinds): Mode | null {
  if (/embed/i.test(family ?? '') && !/rerank/i.test(id)) return 'embedding';
  const mode = modeOf(input, output);
  if (mode === 'image' && reasoning) return 'chat';
  return mode === null ? null : modeFor({ id, name, modalities: { input: [...input], output: [...output] } });
}

/** USD per 1M tokens. What is heard never cost so little; the catalog writes the price of a minute there. */
const cheapestHeard = 0.1;

const number = (quoted: Quoted): number => Number(quoted ?? 0) || 0;

/** Why prices can't be per token, though the catalog knows no other unit; null where they can. */
export function misfiled(cost: { input: Quoted; output: Quoted }, { input, output }: Kinds): string | null {
  const [read, written] = [number(cost.input), number(cost.output)];
  const said = `${read} to read and ${written} to write`;
  if (input.length === 1 && input[0] === 'audio' && output.includes('text') && read > 0 && read < cheapestHeard)
    return `${said} is no price of 1M tokens of sound`;
  const writesOnlyMedia = output.length > 0 && !output.includes('text');
  return writesOnlyMedia && read > 0 && written === 0
    ? `${said} is no price of ${output.join(' and ')} by tokens`
    : null;
}

/** Longer than any window: how the catalog writes "no limit". */
const noWindow = 50_000_000;

/** Limits in tokens; 1 is the vector that an embedding gives or a form's first step, and no limit. */
export const limitOf = ({
  context,
  input,
  output,
}: {
  context: number | null;
  input: number | null;
  output: number | null;
}): NonNullable<Draft['limit']> => ({
  context: isLimit(context) ? context : null,
  input: isLimit(input) ? input : null,
  output: isLimit(output) ? output : null,
});

const isLimit = (tokens: number | null): boolean => tokens !== null && tokens > 1 && tokens < noWindow;
