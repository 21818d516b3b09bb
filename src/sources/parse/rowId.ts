/** The id of a row as it came, before anything is known of it; '' where it has none. */
export function rowId(row: unknown, field = 'id'): string {
  const id = (row as Readonly<Record<string, unknown>> | null | undefined)?.[field];
  return typeof id === 'string' ? id : '';
}
