import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import satisfies from 'spdx-satisfies';

const root = join(import.meta.dirname, '..');
const path = join(root, 'THIRD-PARTY.md');

/** A package that the program needs, as its package.json says. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; what is said in another way stands as it is. */
  readonly licence: string;
  readonly repository: string;
  /** Scripts that installing it would run. */
  readonly installScripts: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly licenses?: readonly { readonly type: string }[];
  readonly repository?: string | { readonly url: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** The folder of a package as one in `from` would find it. */
function folderOf(name: string, from: string): string | undefined {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return realpathSync(folder);
  return dirname(from) === from ? undefined : folderOf(name, dirname(from));
}

/** Every package that is installed with the program, by name and version. Throws for one that is not there. */
export function dependencies(): Dependency[] {
  const found = new Map<string, Dependency>();
  const visit = (folder: string): void => {
    const { dependencies: needed = {}, optionalDependencies: optional = {} } = manifestIn(folder);
    for (const name of Object.keys({ ...needed, ...optional })) {
      const at = folderOf(name, folder);
      // One that is optional may be for another machine.
      if (at === undefined && name in optional) continue;
      if (at === undefined) throw new Error(`${name} is not installed: run \`pnpm install\``);
      const dependency = dependencyOf(manifestIn(at));
      const key = `${dependency.name}@${dependency.version}`;
      if (found.has(key)) continue;
      found.set(key, dependency);
      visit(at);
    }
  };
  visit(root);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dependency]) => dependency);
}

function dependencyOf({ name, version, license, licenses, repository, scripts = {} }: Manifest): Dependency {
  const said = license ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none said';
  const place = typeof repository === 'string' ? repository : (repository?.url ?? '');
  return {
    name,
    version,
    licence: typeof said === 'string' ? said : said.type,
    repository: webAddress(place),
    installScripts: ['preinstall', 'install', 'postinstall'].filter((script) => script in scripts),
  };
}

/** A repository as npm writes it in several ways, as an address. */
const webAddress = (repository: string): string =>
  repository
    .replace(/^git\+/, '')
    .replace(/^git:\/\//, 'https://')
    .replace(/^(?:ssh:\/\/)?git@github\.com[:/]/, 'https://github.com/')
    .replace(/^(?:github:)?([\w.-]+\/[\w.-]+)$/, 'https://github.com/$1')
    .replace(/\.git$/, '');

/** Licences that ask for no more than to be named. */
const permissive = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
];

/** Whether a licence leaves everybody free to use, change and sell what is made with it. */
export function isPermissive(licence: string): boolean {
  try {
    return satisfies(licence, permissive);
  } catch {
    return false;
  }
}

/** The committed list. */
export const listed = (): string => readFileSync(path, 'utf8');

/** The list as it is now. */
export const licences = (): string =>
  [
    '# Third-party packages',
    '',
    'What is installed with ratecard, and under which licence. Made by `pnpm generate`; a test holds it true.',
    '',
    '| package | version | licence | source |',
    '|---|---|---|---|',
    ...dependencies().map(
      ({ name, version, licence, repository }) => `| ${name} | ${version} | ${licence} | ${repository} |`,
    ),
    '',
  ].join('\n');

if (process.argv[1] === import.meta.filename) writeFileSync(path, licences());
