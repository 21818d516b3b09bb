import { join } from 'node:path';
import { type Acknowledgement, acknowledged } from '../model/acknowledged.js';
import { BadFile } from './badFile.js';
import { acknowledgedPath } from './paths.js';
import { readIfThere } from './readIfThere.js';

/** What was acknowledged in an output folder. Rejects with a `BadFile` for a damaged one: what people wrote is not written over. */
export async function readAcknowledged(out: string): Promise<Acknowledgement[]> {
  const path = join(out, acknowledgedPath);
  const text = await readIfThere(path);
  if (text === undefined) return [];
  try {
    return acknowledged.parse(JSON.parse(text)).offers;
  } catch {
    throw new BadFile(`${path} is damaged or of another version: mend it, or remove it to begin anew`);
  }
}
