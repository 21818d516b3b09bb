/** The day of a snapshot, as in `gpt-5.4-2026-03-05`, or the month and day of an old one, as in `gpt-4-0613`. */
const day = /-(\d{4}-\d{2}-\d{2}|(0[1-9]|1[0-2])[0-3]\d)$/;

/**
 * The id of the price page whose price an id has that the page does not name: a snapshot has its model's, a model that of
 * the one snapshot of it, or the newest, that the page names.
 */
export function pricedAs(id: string, priced: readonly string[]): string | undefined {
  if (priced.includes(id)) return id;
  const base = id.replace(day, '').replace(/-latest$/, '');
  if (day.test(id)) return priced.find((one) => one === base) ?? priced.find((one) => one === `${base}-latest`);
  const snapshots = priced.filter((one) => day.test(one) && one.replace(day, '') === base).sort();
  const isOrdered = snapshots.length === 1 || snapshots.every((one) => /-\d{4}-\d{2}-\d{2}$/.test(one));
  return isOrdered ? snapshots.at(-1) : undefined;
}
