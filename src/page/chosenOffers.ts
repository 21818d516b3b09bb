/** So many columns nobody compares any more. */
export const mostChosen = 50;

/**
 * The keys of the offers, `provider/id`, that a text in the address names, such as `openai/gpt-4o,groq/llama-3.1-8b-instant`:
 * each once, in their order, `mostChosen` at most. An id may hold `,` and `%`, which `chosenText` encodes.
 */
export function chosenOffers(text: string | undefined): string[] {
  const keys = (text ?? '').split(',').map((part) => decoded(part.trim()));
  return [...new Set(keys)].filter((key) => key !== '').slice(0, mostChosen);
}

/** The text in the address that names these offers; empty for none. */
export const chosenText = (keys: Iterable<string>): string =>
  [...new Set(keys)].map((key) => key.replace(/[%,]/g, encodeURIComponent)).join(',');

/** The text with one more offer at its end, or without it where it is in it. */
export function toggled(text: string | undefined, key: string): string {
  const keys = chosenOffers(text);
  return chosenText(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]);
}

/** What a person typed, or was cut off in the middle of a sign, stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
