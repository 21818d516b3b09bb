import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Network } from '../read/network.js';
import type { PriceList, Source } from '../sources/define.js';
import { openBodies } from '../store/bodies/bodyStore.js';
import { readReadings } from '../store/bodies/readReadings.js';
import { bodyDifferences } from './bodyDifferences.js';
import { deriveInto } from './deriveInto.js';
import type { Difference, Verified } from './difference.js';
import { fileDifferences } from './fileDifferences.js';
import { manifestDifferences, readManifest } from './manifestDifferences.js';
import { derivedDifferences } from './derivedDifferences.js';
import { sourcesOf } from './sourcesOf.js';

export interface VerifyOptions {
  /** The recordings, which stand for what a run without a network was answered. */
  readonly recordings: Pick<Network, 'fetch' | 'canUse' | 'hideIn'> & Network;
  /** Providers that may have been read. Default: all, with those of the catalog. */
  readonly sources?: readonly Source[] | undefined;
  /** Price lists that may have been read. Default: all. */
  readonly lists?: readonly PriceList[] | undefined;
}

/**
 * Derives again what the last run into a folder left, from the bodies that it kept, offline, and names every difference: each
 * byte of each file is held against what the manifest says of it, and each number against the page that it was read from.
 */
export async function verifyFolder(out: string, options: VerifyOptions): Promise<Verified> {
  const { told, differences: broken } = await readManifest(out);
  if (!told) return { differences: broken, kept: [], files: 0, numbers: 0, bodies: 0 };
  const evidence = {
    out,
    told,
    bodies: openBodies(out),
    readings: await readReadings(out),
    recordings: options.recordings,
  };
  const bodies = await bodyDifferences(evidence);
  const scratch = await mkdtemp(join(tmpdir(), 'ratecard-verify-'));
  try {
    const derived = await deriveInto(scratch, evidence, await sourcesOf(evidence, options));
    const compared = await derivedDifferences(scratch, evidence, derived);
    const named = [...bodies.differences, ...compared.differences, ...manifestDifferences(evidence, derived)];
    const bytes = await fileDifferences(out, told, new Set(named.map(({ file }) => file)));
    return {
      differences: inOrder([...broken, ...named, ...bytes]),
      kept: derived.kept,
      files: compared.files,
      numbers: compared.numbers,
      bodies: bodies.count,
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const inOrder = (differences: readonly Difference[]): Difference[] =>
  differences.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
