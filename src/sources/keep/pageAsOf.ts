/** The name of an earlier reading's page: `docs@2026-08-01`; one that was kept before has its day already. */
export const pageAsOf = (name: string, day: string): string => (name.includes('@') ? name : `${name}@${day}`);
