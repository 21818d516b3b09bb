/** What helps against an error of the file system, by its code. */
const nextSteps: Readonly<Record<string, string>> = {
  EISDIR: 'a folder has the name of a file: move it away, or choose another folder with --out',
  ENOTDIR: 'a file has the name of a folder: move it away, or choose another folder with --out',
  EEXIST: 'something else has that name: move it away, or choose another folder with --out',
  ENOTEMPTY: 'a folder has the name of a file: move it away, or choose another folder with --out',
  EACCES: 'it may not be written: mend its permissions, or choose another folder with --out',
  EPERM: 'it may not be written: mend its permissions, or choose another folder with --out',
  EROFS: 'the file system is read-only: choose another folder with --out',
  ENOSPC: 'the disk is full: make room, or choose another folder with --out',
  EDQUOT: 'the quota is used up: make room, or choose another folder with --out',
  EMFILE: 'too many files are open: lower --concurrency, or raise `ulimit -n`',
  ENFILE: 'too many files are open: lower --concurrency, or close other programs',
  ENOENT: 'it is not there any more: was the folder removed meanwhile?',
  ELOOP: 'its links lead in a circle: choose another folder with --out',
  ENAMETOOLONG: 'the name is too long: choose a shorter folder with --out',
  EIO: 'the disk does not answer as it should: check it, or choose another folder with --out',
};

/** Whether an error is the operating system's word: for the user to hear, and no defect. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && 'syscall' in error && typeof (error as NodeJS.ErrnoException).code === 'string';

const oneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join(' ');

/** An error of the file system in one line: its code, the place, and the next step. */
export function sayingOf({ code, path, dest, message }: NodeJS.ErrnoException & { dest?: string }): string {
  const next = code === undefined ? undefined : nextSteps[code];
  if (next === undefined) return oneLine(message);
  // Of a file that is moved into place the place is what the user knows.
  const place = dest ?? path?.replace(/\.\d+\.tmp$/, '');
  return `${code ?? ''}: ${place === undefined ? '' : `${place}: `}${next}`;
}
