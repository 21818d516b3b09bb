import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = z.object({ name: z.string(), version: z.string() });

/** How the project introduces itself to servers: `ratecard/<version>`, from its own package.json. */
export function userAgent(): string {
  const file = new URL('../../package.json', import.meta.url);
  const { name, version } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  return `${name}/${version}`;
}
