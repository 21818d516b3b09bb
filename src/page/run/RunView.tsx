import { useCallback, useMemo } from 'preact/hooks';
import type { ReportRun } from '../../report/reportData.js';
import { counted } from '../pictures/drawing.js';
import { Figure } from '../pictures/Figure.js';
import { Legend } from '../pictures/Legend.js';
import '../pictures/pictures.css';
import type { ViewProps } from '../view.js';
import { phases } from './Bar.js';
import { drawLevels } from './drawLevels.js';
import './run.css';
import { bytesText, inRunOrder, timeText } from './runColumns.js';
import { Sources } from './Sources.js';
import {
  averageOf,
  endOf,
  fittingRows,
  type Level,
  levelsOf,
  peakOf,
  rowsOf,
  type RunRow,
  totalsOf,
} from './timeline.js';

/** How the last run went: what each source did when, and its figures. */
export function RunView({ book, ...props }: ViewProps) {
  const { run } = book.data;
  return (
    <div class="run">
      <h2>The run</h2>
      {run ? <Told run={run} {...props} /> : <p>The folder that this page was made of tells of no run.</p>}
    </div>
  );
}

function Told({ run, place: { chosen }, choose }: Omit<ViewProps, 'book'> & { readonly run: ReportRun }) {
  const all = useMemo(() => rowsOf(run), [run]);
  const levels = useMemo(() => levelsOf(all), [all]);
  const [words, sort] = [chosen['q'] ?? '', chosen['sort'] ?? ''];
  const rows = useMemo(() => inRunOrder(fittingRows(all, words), sort), [all, words, sort]);
  const endMs = endOf(all, run.ms);
  return (
    <>
      <Totals run={run} rows={all} />
      {peakOf(levels) > 0 && <Levels levels={levels} endMs={endMs} limit={run.concurrency} />}
      <div class="pictures-asked">
        <label>
          source{' '}
          <input
            type="search"
            placeholder="name, status or error"
            value={words}
            onInput={({ currentTarget: { value } }) => choose({ q: value })}
          />
        </label>
        <output class="soft" aria-live="polite">
          {rows.length.toLocaleString('en')} of {counted(all.length, 'source')}
        </output>
      </div>
      <Legend label="What a source does" entries={phases.map((name) => ({ name, colour: `var(--run-${name})` }))} />
      <Sources {...{ rows, endMs, sort }} onSort={(next) => choose({ sort: next })} />
    </>
  );
}

interface LevelsProps {
  readonly levels: readonly Level[];
  readonly endMs: number;
  readonly limit: number;
}

function Levels({ levels, endMs, limit }: LevelsProps) {
  const draw = useCallback((width: number) => drawLevels(levels, { width, endMs, limit }), [levels, endMs, limit]);
  const average = Number(averageOf(levels, endMs).toFixed(1));
  const said = `At most ${peakOf(levels)} sources were read at a time, ${average} on average; up to ${limit} may be.`;
  return (
    <>
      <p>{said}</p>
      <Figure draw={draw} label={said} />
    </>
  );
}

function Totals({ run, rows }: { readonly run: ReportRun; readonly rows: readonly RunRow[] }) {
  const { totals } = run;
  const of = totalsOf(rows);
  const count = (value: number): string => value.toLocaleString('en');
  const told: readonly (readonly [string, string])[] = [
    ['started', `${run.startedAt.slice(0, 16).replace('T', ' ')} UTC`],
    ['took', timeText(run.ms)],
    ['sources', `${count(of.sources)}, ${count(of.failed)} failed`],
    ['requests', `${count(of.answered)} answered, ${count(of.retried)} retried, ${count(of.missed)} failed`],
    ['bytes', bytesText(of.bytes)],
    ['rows', `${count(of.rows)}, ${count(of.rejected)} rejected`],
    ['offers', `${count(totals.models)}, ${count(totals.prices['priced'] ?? 0)} priced`],
  ];
  return (
    <dl class="run-totals">
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
