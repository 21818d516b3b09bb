/** The lines of a text, each trimmed, blank ones left out. */
export const linesIn = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);
