/** What a dead letter keeps of a row at most: levels, characters of one text, characters of all of it. */
const mostLevels = 32;
const mostText = 2_000;
const mostInAll = 20_000;

/** Above the cut, so that a text that was cut is not cut again. */
const slack = 40;

/**
 * A row that is kept for people to look at: what is deeper or longer than anybody reads is cut off, and says so in its place
 * (`… (980 more)`). What came of it can be written as JSON whatever the row was. Other rows are given as they are.
 */
export function boundedRow(row: unknown): unknown {
  return bounded(row, { left: mostInAll }, 0);
}

interface Room {
  left: number;
}

function bounded(value: unknown, room: Room, level: number): unknown {
  if (typeof value === 'string') return boundedText(value, room);
  if (typeof value !== 'object' || value === null) {
    room.left -= 8;
    return typeof value === 'bigint' ? String(value) : value;
  }
  if (level === mostLevels) return `… (more than ${mostLevels} levels)`;
  return Array.isArray(value) ? boundedList(value, room, level) : boundedObject(value, room, level);
}

function boundedText(text: string, room: Room): string {
  const most = Math.max(0, Math.min(mostText, room.left));
  room.left -= Math.min(text.length, most);
  return text.length <= most + slack ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}

function boundedList(list: readonly unknown[], room: Room, level: number): unknown[] {
  const kept: unknown[] = [];
  for (const item of list) {
    if (room.left <= 0) return [...kept, `… (${list.length - kept.length} more)`];
    kept.push(bounded(item, room, level + 1));
  }
  return kept;
}

function boundedObject(value: object, room: Room, level: number): object {
  const kept: [string, unknown][] = [];
  const keys = Object.keys(value);
  for (const key of keys) {
    if (room.left <= 0) return Object.fromEntries([...kept, ['…', `${keys.length - kept.length} more`]]);
    room.left -= Math.min(key.length, mostText);
    const name = key.length <= mostText + slack ? key : `${key.slice(0, mostText)}…`;
    kept.push([name, bounded((value as Record<string, unknown>)[key], room, level + 1)]);
  }
  return Object.fromEntries(kept);
}
