import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { folders } from './paths.js';
import { providersIn, type Table } from './tables.js';

/** No file of a table is so large. */
const mostBytes = 2 ** 28;

/** A line of `git ls-tree`: mode, type, id and name. */
const entry = /^\d{6} blob ([0-9a-f]+)\t(.+)$/;

/** Processes of git at a time. */
const together = 8;

/**
 * The table as a git revision has it: `rev` of the folder `out`, or the folder that `rev:path` names. Undefined where it is no
 * revision or has no such folder, where git is not there, or the name begins with `-`, which git would take for an option.
 */
export async function gitTable(out: string, rev: string): Promise<Table | undefined> {
  if (rev.startsWith('-') || rev.includes('\0')) return undefined;
  const cwd = (await stat(out).catch(() => undefined))?.isDirectory() ? out : '.';
  const folder = rev.includes(':') ? rev.replace(/\/$/, '') : `${rev}:.`;
  const tree = `${folder}${folder.endsWith(':') ? '' : '/'}${folders.enriched}`;
  const listed = await git(cwd, ['ls-tree', '-z', '--full-tree', '--end-of-options', tree]);
  const found = (listed?.toString('utf8') ?? '').split('\0').flatMap((line) => {
    const [, blob, name] = entry.exec(line) ?? [];
    return blob && name ? providersIn([name]).map((id) => ({ id, blob })) : [];
  });
  if (found.length === 0) return undefined;
  const files = new Map<string, Buffer>();
  for (let at = 0; at < found.length; at += together) {
    const some = found.slice(at, at + together);
    const read = await Promise.all(some.map(({ blob }) => git(cwd, ['cat-file', 'blob', blob])));
    some.forEach(({ id }, i) => files.set(id, read[i] ?? Buffer.alloc(0)));
  }
  return { place: rev, files };
}

/** What git says, which gets its arguments as they are, without a shell; undefined where it fails. */
const git = (cwd: string, args: readonly string[]): Promise<Buffer | undefined> =>
  new Promise((resolve) => {
    execFile('git', args, { cwd, encoding: 'buffer', maxBuffer: mostBytes }, (error, stdout) =>
      resolve(error ? undefined : stdout),
    );
  });
