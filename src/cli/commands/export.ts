import { posix } from 'node:path';
import { exports } from '../../exports/index.js';
import type { Export, Exported } from '../../exports/export.js';
import { writeAtomically } from '../../sinks/writeAtomically.js';
import { readHistory } from '../../store/history.js';
import { exportsPath } from '../../store/paths.js';
import type { Surroundings } from '../command.js';
import { usageError } from '../failure.js';
import { holding } from '../holding.js';
import { nearest } from '../nearest.js';
import type { Options } from '../options.js';
import { settledTable } from '../settledTable.js';
import { type ExportReport, reportLines, reportRow } from '../show/exportReport.js';
import { tell, tellData, tellJson } from '../tell.js';

const formats = exports.map(({ format }) => format);

/** Writes the table in other formats; gives the exit code. */
export async function exportAs(options: Options, surroundings: Surroundings, format?: string): Promise<number> {
  const { all, report, json, out = 'data' } = options;
  const wanted = chosen(format);
  if (all && report) throw usageError('--all and --report exclude each other: give one of them');
  if (all && format !== undefined) throw usageError(`--all is every format: leave out "${format}", or --all`);
  if (json && !report) throw usageError('--json goes with --report: an export has a form of its own');
  const [only] = wanted;
  if (!all && !report && (format === undefined || !only)) {
    throw usageError(`which format? One of ${formats.join(', ')}; or --all, or --report`);
  }
  const table = await settledTable(options, surroundings);
  const { lines } = wanted.some(({ takesHistory }) => takesHistory) ? await readHistory(out) : { lines: [] };
  const made = (one: Export) => one.write(table, lines);
  if (report) await tellReport(wanted, made, options, surroundings);
  else if (all) await holding(out, options, surroundings, () => writeAll(made, out, surroundings));
  else if (only) await tellOne(only, made, surroundings);
  return 0;
}

function chosen(format: string | undefined): readonly Export[] {
  if (format === undefined) return exports;
  const found = exports.find((one) => one.format === format.toLowerCase());
  if (found) return [found];
  const guess = nearest(format, formats);
  throw usageError(`no format "${format}"${guess ? `; did you mean "${guess}"?` : `: one of ${formats.join(', ')}`}`);
}

/** Writes a format from what the folder holds. */
type Make = (one: Export) => Exported | Promise<Exported>;

async function tellOne(one: Export, made: Make, { stdout }: Surroundings): Promise<void> {
  const { format } = one;
  const { content } = await made(one);
  if (typeof content !== 'string' && stdout.isTTY) {
    throw usageError(`${format} is no text for a terminal: send it into a file, export ${format} > table.${format}`);
  }
  await tellData(stdout, content);
}

/** Each file whole or not at all; all are made before the first is written. */
async function writeAll(made: Make, out: string, { stderr }: Surroundings): Promise<void> {
  const files: { readonly path: string; readonly content: string | Uint8Array }[] = [];
  for (const one of exports) files.push({ path: one.path, content: (await made(one)).content });
  for (const { path, content } of files) await writeAtomically(out, posix.join(exportsPath, path), content);
  tell(stderr, `Written: ${files.length} formats to ${out}/${exportsPath}.`);
}

async function tellReport(
  wanted: readonly Export[],
  made: Make,
  { json }: Options,
  { stdout }: Surroundings,
): Promise<void> {
  const reports: ExportReport[] = [];
  for (const one of wanted) reports.push(reportRow(one, (await made(one)).losses));
  if (json) tellJson(stdout, reports);
  else tell(stdout, ...reportLines(reports, stdout.columns));
}
