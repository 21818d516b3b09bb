import type { CostField } from '../../../model/cost.js';
import type { Modality } from '../../../model/model.js';
import { modeFor } from '../../reading/modeFor.js';
import type { UnitKind } from '../../reading/unitsFor.js';

/**
 * What decides the units of a model's prices. The list tells it by the prices alone: where images or audio have one of their
 * own, the other is that of text. A model with one price writes text, unless its name says that it does something else.
 * @param priced the fields that any of its prices has
 */
export function kindOf(id: string, name: string | null, priced: ReadonlySet<CostField>): UnitKind {
  const apart = (audio: CostField, image: CostField): Modality[] => [
    ...(priced.has(audio) ? (['audio'] as const) : []),
    ...(priced.has(image) ? (['image'] as const) : []),
  ];
  const input = apart('inputAudio', 'inputImage');
  const output = apart('outputAudio', 'outputImage');
  const withText = (some: readonly Modality[]): Modality[] => (some.length > 0 ? ['text', ...some] : []);
  const mode = modeFor({ id, name, modalities: { input: [], output: ['text', ...output] } });
  return { mode, input: withText(input), output: withText(output) };
}
