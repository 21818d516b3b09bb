import type { Export, Exported, Table } from '../../src/exports/export.js';

const known = new WeakMap<Table, Map<string, Promise<Exported>>>();

/** A table in a format, made once however many tests ask. */
export function made({ format, write }: Export, table: Table): Promise<Exported> {
  const formats = known.get(table) ?? new Map<string, Promise<Exported>>();
  known.set(table, formats);
  const content = formats.get(format) ?? Promise.resolve(write(table));
  formats.set(format, content);
  return content;
}
