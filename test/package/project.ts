import { execFile } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The project's folder. */
export const root = join(import.meta.dirname, '../..');

/** Runs a program to its end and gives its stdout; rejects with what it said where it fails. */
export async function say(
  folder: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    const options = { cwd: folder, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    return (await promisify(execFile)(program, [...args], options)).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`${program} ${args.join(' ')}: ${stderr}${stdout}`, { cause: error });
  }
}

/** Nobody answers there: what is asked of the network fails. */
export const offline = { HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' };

/** The tarball as it would be published, built anew. */
export async function packed(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ratecard-pack-'));
  await say(root, 'npm', ['pack', '--silent', '--pack-destination', folder]);
  const [name = ''] = await readdir(folder);
  return join(folder, name);
}

/** A folder of somebody's own with the package in it, by npm or pnpm. */
export async function emptyProject(tarball: string, manager: 'npm' | 'pnpm'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `ratecard-${manager}-`));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'somebody', private: true, type: 'module' }));
  await (manager === 'npm'
    ? say(folder, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', tarball])
    : say(folder, 'npx', ['--yes', 'pnpm@10', 'add', '--prefer-offline', '--silent', tarball]));
  return folder;
}
