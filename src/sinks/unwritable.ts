import { isSystemError, sayingOf } from './systemError.js';

/**
 * The file system's error of a file that could not be written, in one line: code, path, the next step where one is known. Any
 * other error is given as it is.
 */
export function unwritable(path: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  const { code, syscall, message } = error;
  const says = sayingOf({ name: error.name, code, dest: path, message });
  return Object.assign(new Error(says, { cause: error }), { code, syscall, dest: path });
}
