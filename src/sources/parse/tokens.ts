/**
 * The first number of tokens in a text: "131,072", "1M tokens", "128K", "500k", "1.05M" -> tokens; null where there is none.
 *
 * K and M are thousands and millions, as documents use them; an exact number, where a page has it, is better.
 */
export function tokens(text: string | null | undefined): number | null {
  const said = text ?? '';
  const found = [...said.matchAll(/(\d[\d,]*(?:\.\d+)?)(?:\s*([km]))?/gi)].find(
    // "8x7b" is no 8.
    ({ 0: all, index }) => !/^[a-z]*\d/i.test(said.slice(index + all.length, index + all.length + 20)),
  );
  if (!found?.[1]) return null;
  const scale = { k: 1_000, m: 1_000_000 }[found[2]?.toLowerCase() ?? ''] ?? 1;
  const value = Math.round(Number(found[1].replaceAll(',', '')) * scale);
  return value > 0 && Number.isSafeInteger(value) ? value : null;
}
