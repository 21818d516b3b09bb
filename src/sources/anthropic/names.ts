/** What ids and names of one model have in common: "Claude Haiku 3.5", claude-3-5-haiku-20241022 -> "haiku 3 5". */
export function familyOf(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[-@]20\d{6}.*$/s, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'claude');
  const numbers = words.filter((word) => /^\d+$/.test(word));
  return [...words.filter((word) => !numbers.includes(word)), ...numbers].join(' ');
}

/** "Claude Opus 4.8" -> claude-opus-4-8. */
export const idOf = (name: string): string => {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' || slug.startsWith('claude') ? slug : `claude-${slug}`;
};

/** Ids follow the names since 4.1; before, they put the version elsewhere, or have a day behind it. */
export const isIdOf = (name: string): boolean => {
  const [major = 0, minor = 0] = (familyOf(name).match(/\d+/g) ?? []).map(Number);
  return major > 4 || (major === 4 && minor > 0);
};
