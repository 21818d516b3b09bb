import type { Writable } from 'node:stream';
import { prettyJson } from '../sinks/writeAtomically.js';
import { printable, printableJson } from './printable.js';

type Stream = Pick<Writable, 'write'>;

/**
 * Writes lines for people: the one place from which text reaches a terminal. Each is one line there, whatever a provider put into
 * its names and errors, and holds nothing that a terminal obeys.
 */
export function tell(stream: Stream, ...lines: readonly string[]): void {
  stream.write(lines.map((line) => `${printable(line)}\n`).join(''));
}

/** Writes data for programs as it is, once whoever reads it has room; an export holds nothing that a terminal obeys. */
export const tellData = (stream: Writable, data: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => stream.write(data, (error) => (error ? reject(error) : resolve())));

/** Writes a value for programs, as JSON. */
export function tellJson(stream: Stream, value: unknown): void {
  stream.write(printableJson(prettyJson(value)));
}

/** Writes lines for programs, each whole, however long: a text in them was made printable before, or is JSON. */
export function tellLines(stream: Stream, lines: readonly string[]): void {
  stream.write(lines.map((line) => `${printableJson(line)}\n`).join(''));
}
