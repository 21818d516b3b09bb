import { writeFileSync } from 'node:fs';
import { registryOf } from '../../src/identity/registryOf.js';
import type { Registry } from '../../src/model/registry.js';
import { registryPath } from '../../src/store/registry.js';
import { recordedOffers } from './recordedOffers.js';

/** A line a model, so that a change shows what changed. */
export function registryText({ schemaVersion, models, unnamed }: Registry): string {
  const lines = (some: readonly unknown[]): string => some.map((one) => JSON.stringify(one)).join(',\n');
  return `{"schemaVersion":${schemaVersion},"models":[\n${lines(models)}\n],"unnamed":[\n${lines(unnamed)}\n]}\n`;
}

/** The registry as the code makes it of the recordings now. */
export const registryNow = async (): Promise<string> => registryText(registryOf(await recordedOffers()));

if (process.argv[1] === import.meta.filename) writeFileSync(registryPath, await registryNow());
