/**
 * The one name for all who speak with one voice: witnesses that take their prices from each other count once. A catalog is
 * the same document whether its offers or its prices are read.
 */
export const familyOf = (witness: string): string => witness.replace(/^catalog:/, '');
