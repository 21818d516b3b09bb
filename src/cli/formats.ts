/** How rows can be shown. */
export const formats = ['table', 'csv', 'md', 'json', 'jsonl'] as const;
export type Format = (typeof formats)[number];
