import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { dependencies, isPermissive, licences, listed } from './licences.js';

describe('the packages that are installed with the program', () => {
  it('are listed with their licences (run `pnpm generate` to refresh the list)', () => {
    expect(listed()).toBe(licences());
    expect(dependencies().length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
  });

  it('leave everybody free', () => expect(dependencies().filter(({ licence }) => !isPermissive(licence))).toEqual([]));

  it('run nothing when they are installed', () =>
    expect(dependencies().filter(({ installScripts }) => installScripts.length > 0)).toEqual([]));
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND ISC', true],
  ['MIT AND GPL-3.0-only', false],
  ['(MIT OR ISC) AND LGPL-2.1-only', false],
  ['AGPL-3.0-only', false],
  ['BUSL-1.1', false],
  ['SEE LICENSE IN FILE', false],
  ['UNLICENSED', false],
  ['none said', false],
])('the licence %s is permissive: %s', (licence, expected) => expect(isPermissive(licence)).toBe(expected));

describe('the package', () => {
  it('has the licence that it names', () => {
    expect(manifest.license).toBe('MIT');
    expect(readFileSync(join(import.meta.dirname, '../LICENSE'), 'utf8')).toMatch(/^MIT License\n/);
    expect(manifest.files).toContain('THIRD-PARTY.md');
  });

  it('is published with its provenance, and runs nothing when it is installed', () => {
    expect(manifest.publishConfig).toEqual({ provenance: true });
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });
});
