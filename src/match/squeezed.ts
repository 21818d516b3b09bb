import { oneForm } from './oneForm.js';

/** Letters and digits in the order of a text: where they are the same, two names differ in nothing but separators and case. */
export const squeezed = (text: string): string =>
  oneForm(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\uFFFD]/gu, '');
