import type { Named } from '../named.js';

/** Keeps the name as its seller writes it, before sizes and words are filled in. */
export const asWritten = (named: Named): Named => ({
  ...named,
  written: { tokens: named.tokens, instruct: named.instruct },
});
