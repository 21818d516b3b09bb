import { familyOf, type ModelName } from './name.js';

/** What may differ between two names of one model, for people. */
const parts = [
  ['its date', ({ date }) => date],
  ['"latest"', ({ latest }) => latest],
  ['its revision', ({ revision }) => revision],
  ['what stands before the name', ({ path }) => path],
] as const satisfies readonly (readonly [string, (name: ModelName) => unknown])[];

/** What two names of one model differ in, if only `its spelling`; null where they are of two models. */
export function namesApart(one: ModelName, other: ModelName): string[] | null {
  if (familyOf(one) !== familyOf(other)) return null;
  const found = parts.filter(([, part]) => part(one) !== part(other)).map(([says]) => says);
  return found.length > 0 ? found : ['its spelling'];
}
