import type { RunningSource } from '../../../operators/followRun/runState.js';
import { printable } from '../../printable.js';
import { count } from '../count.js';
import { cut, padded } from '../cut.js';
import { duration } from './headline.js';
import type { Marks } from '../marks.js';
import type { Paint, Role } from './paint.js';
import { widthOf } from '../widthOf.js';

/** How the lines of the view are made. */
export interface Look {
  readonly width: number;
  readonly marks: Marks;
  readonly paint: Paint;
  /** In ms since 1970. */
  readonly now: number;
}

const indent = 2;
/** The longest word of what a source does. */
const doing = 'fetching'.length;

/**
 * A line for each source that is being read, at most `most` of them: its name, what it does, and more of that. Those that wait
 * for the price lists are counted, as are those that there is no room for.
 */
export function sourceLines(sources: readonly RunningSource[], most: number, look: Look): string[] {
  const busy = sources.filter(({ waitsFor }) => waitsFor !== 'lists');
  const waiting = sources.length - busy.length;
  const room = Math.max(0, most - (waiting > 0 ? 1 : 0));
  const shown = busy.slice(0, busy.length > room ? Math.max(0, room - 1) : room);
  const more = busy.length - shown.length;
  const widest = Math.max(0, ...shown.map(({ name }) => widthOf(printable(name))));
  const nameWidth = Math.min(widest, Math.floor(look.width * 0.4));
  const last = [
    ...(more > 0 && room > 0 ? [`${look.marks.cut} and ${count(more)} more`] : []),
    ...(waiting > 0 && most > 0 ? [`${count(waiting)} read, waiting for the price lists`] : []),
  ];
  return [
    ...shown.map((source) => sourceLine(source, nameWidth, look)),
    ...last.map((text) => look.paint('aside', cut(' '.repeat(indent) + text, look.width, look.marks.cut))),
  ];
}

function sourceLine(source: RunningSource, nameWidth: number, { width, marks, paint, now }: Look): string {
  const name = padded(cut(printable(source.name), nameWidth, marks.cut), nameWidth);
  const { role, detail } = stateOf(source, now);
  const room = width - indent - nameWidth - 2 * 2 - doing;
  const start = `${' '.repeat(indent)}${name}  `;
  if (room <= 0 || detail === '') return start + paint(role, cut(role, width - indent - nameWidth - 2, marks.cut));
  return `${start}${paint(role, padded(role, doing))}  ${paint('aside', cut(printable(detail), room, marks.cut))}`;
}

/** What a source does now, by its requests. */
function stateOf(source: RunningSource, now: number): { readonly role: Role; readonly detail: string } {
  const { asked, answered, waitsFor, since } = source;
  if (waitsFor !== null) return { role: 'waiting', detail: 'for its turn' };
  const retry = source.retries.at(-1);
  if (retry) {
    const when = retry.at > now ? `in ${duration(retry.at - now)}, ` : '';
    return { role: 'retrying', detail: `${when}attempt ${retry.attempt} of ${retry.attempts}: ${retry.why}` };
  }
  if (asked > 0 && answered === asked) return { role: 'parsing', detail: '' };
  const pages = asked > 1 ? `, ${count(answered)} of ${count(asked)} pages` : '';
  return { role: 'fetching', detail: `${duration(now - since)}${pages}` };
}
