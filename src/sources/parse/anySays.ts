/** Whether one of several says yes, such as one of the providers that serve a model; null where none says. */
export function anySays(said: readonly (boolean | null)[]): boolean | null {
  const known = said.filter((value) => value !== null);
  return known.length > 0 ? known.includes(true) : null;
}
