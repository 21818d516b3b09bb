import { type Readings, readings } from '../../model/reading.js';
import { readingsPath } from '../paths.js';
import { readAs } from '../readAs.js';

/** How each source was read that earlier runs into a folder kept the bodies of; none where the file is damaged. */
export const readReadings = async (out: string): Promise<Readings> =>
  (await readAs(readings, out, readingsPath)) ?? { schemaVersion: 2, sources: {} };
