import { createInterface } from 'node:readline';
import { lastValueFrom } from 'rxjs';
import { enrichRecord } from '../match/enrichRecord.js';
import { buildPriceIndex } from '../match/priceIndex.js';
import { lines } from '../sinks/lines.js';
import type { Surroundings } from './command.js';
import { Failure } from './failure.js';
import type { Options } from './options.js';
import { openPrices } from './prices.js';
import { openNetworks } from './settings.js';

/** Lines read ahead of the writing: enough to keep both ends busy, little memory over millions of lines. */
const ahead = 256;

/**
 * The filter: a model record a line in, the same record with its price a line out, in the same order, unknown fields kept.
 * A line that is no JSON object ends it with the line's number: a gap would shift all that follow.
 */
export async function enrichLines(options: Options, surroundings: Surroundings): Promise<number> {
  const { list } = await lastValueFrom(openPrices(options, openNetworks(options, surroundings)));
  const index = buildPriceIndex(list?.rows ?? []);
  const sink = lines<object>(surroundings.stdout);
  const input = createInterface({ input: surroundings.stdin, crlfDelay: Infinity });
  const stopped = surroundings.stop.subscribe(() => input.close());
  const batch: object[] = [];
  let number = 0;
  for await (const line of input) {
    number++;
    if (line.trim() === '') continue;
    batch.push(enrichRecord(recordOf(line, number), index, options));
    if (batch.length === ahead) await sink.write(batch.splice(0));
  }
  stopped.unsubscribe();
  await sink.write(batch);
  return 0;
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
