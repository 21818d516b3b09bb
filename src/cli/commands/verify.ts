import { verifyFolder } from '../../verify/verifyFolder.js';
import type { Surroundings } from '../command.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { verifiedLines } from '../show/verified.js';
import { tell, tellJson } from '../tell.js';

/** Tells each difference between the output and what its bodies say; gives the exit code, 1 where there is one. */
export async function verifyOut(options: Options, surroundings: Surroundings): Promise<number> {
  const { out = 'data', json } = options;
  const { embedded } = networksOf({ ...options, offline: true }, surroundings);
  const found = await verifyFolder(out, { recordings: embedded });
  if (json) tellJson(surroundings.stdout, found);
  else tell(surroundings.stdout, ...verifiedLines(found, out));
  return found.differences.length > 0 ? 1 : 0;
}
