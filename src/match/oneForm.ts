/** Wide, composed and decorated letters as the plain ones that Unicode counts them equal to (NFKC). */
export const oneForm = (text: string): string => (isAscii(text) ? text : text.normalize('NFKC'));

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);
