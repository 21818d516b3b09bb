import type { Entry } from './documents.js';

/**
 * The ids in a cell, each with the day of its version and whether it is a preview: "⟦gpt-audio⟧(2025-08-28) ⟦…⟧ (…)".
 * A cell without backticks is an id as it stands.
 */
export function modelsIn(cell: string): Pick<Entry, 'id' | 'version' | 'suffix' | 'status'>[] {
  const found = cell.includes('⟦') ? cell.split('⟦').slice(1) : [`${cell.split(/\s/)[0] ?? ''}⟧ ${cell}`];
  return found.map((piece) => {
    const [id = '', rest = ''] = piece.split('⟧');
    const status = /\bpreview\b/i.test(rest.replace(id, '')) ? 'preview' : /\bGA\b/.test(rest) ? 'ga' : null;
    const suffix = /\(([a-z]+-\d{4}-\d{2}-\d{2})\)/i.exec(rest)?.[1] ?? null;
    return { id: id.trim(), version: versionIn(rest), suffix, status };
  });
}

/** "(2024-11-20)" -> the day, "(version 2)", "001" -> the number. */
export function versionIn(text: string): string | null {
  const number = /^\W*(?:version )?(\d+)\W*$/i.exec(text)?.[1];
  return /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? number?.padStart(9, '0') ?? null;
}

export const after = (text: string, mark: RegExp): string => {
  const found = mark.exec(text);
  return found ? text.slice(found.index + found[0].length) : '';
};

/** "text (128,000 max tokens)" -> "128,000". */
export const inTokens = (text: string): string =>
  /([\d,.]{1,20}\s{0,4}[km]?)\s{0,4}(?:max )?tokens/i.exec(text)?.[1] ?? '';

/** The first number of tokens, as written out or as "1M"; null for one with a digit missing, such as "128,00". */
export function number(text: string): number | null {
  const found = /(\d[\d,]*)\s*([km]\b)?/i.exec(text);
  const digits = found?.[1] ?? '';
  if (!/^(\d+|\d{1,3}(,\d{3})+)$/.test(digits)) return null;
  const scale = { k: 1_000, m: 1_000_000 }[found?.[2]?.toLowerCase() ?? ''] ?? 1;
  return Number(digits.replaceAll(',', '')) * scale || null;
}
