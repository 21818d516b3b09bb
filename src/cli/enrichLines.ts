import { enrichRecord } from '../match/enrichRecord.js';
import { lines } from '../sinks/lines.js';
import type { Surroundings } from './command.js';
import { Failure } from './failure.js';
import { openIndex } from './openIndex.js';
import type { Options } from './options.js';
import { openNetworks } from './settings.js';

/**
 * The filter: a model record a line in, the same record with its price a line out, in the same order, unknown fields
 * kept, as soon as the line is there. A line that is no JSON object ends it with the line's number, after those before
 * it are written: a gap would shift all that follow.
 */
export async function enrichLines(options: Options, surroundings: Surroundings): Promise<number> {
  const index = await openIndex(options, openNetworks(options, surroundings));
  const sink = lines<object>(surroundings.stdout);
  const { stdin } = surroundings;
  const stopped = surroundings.stop.subscribe(() => stdin.destroy());
  let number = 0;
  const enrich = async (some: readonly string[]): Promise<void> => {
    const enriched: object[] = [];
    try {
      for (const line of some) {
        number++;
        if (line.trim() !== '') enriched.push(enrichRecord(recordOf(line, number), index, options));
      }
    } finally {
      if (enriched.length > 0) await sink.write(enriched);
    }
  };
  let rest = '';
  for await (const chunk of textOf(stdin)) {
    const some = (rest + (number === 0 ? chunk.replace(/^\uFEFF/, '') : chunk)).split('\n');
    rest = some.pop() ?? '';
    await enrich(some);
  }
  await enrich([rest]);
  stopped.unsubscribe();
  return 0;
}

async function* textOf(stdin: Surroundings['stdin']): AsyncGenerator<string> {
  stdin.setEncoding('utf8');
  try {
    yield* stdin as AsyncIterable<string>;
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new Failure(`stdin can't be read (${code})`, 1);
  }
}

function recordOf(line: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // said below, with the line
  }
  throw new Failure(`line ${number} of stdin is not a JSON object: each line holds one model record`, 1);
}
