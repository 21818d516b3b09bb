import ora from 'ora';
import { defer, finalize, merge, type Observable, takeUntil, tap } from 'rxjs';
import { endWith, ignoreElements } from 'rxjs';
import type { Event } from '../../../model/events.js';
import { eachFrame } from '../../../operators/eachFrame.js';
import { followRun } from '../../../operators/followRun.js';
import type { Beside } from '../../../runOptions.js';
import type { Surroundings } from '../../command.js';
import { blocks, marksOf } from '../marks.js';
import { colours, plain } from './paint.js';
import { followSize } from './followSize.js';
import { viewOf } from './view.js';

/** Ten times a second is as fast as anybody looks. */
const frameMs = 100;
/** Of a terminal that does not say. */
const usual = { columns: 80, rows: 24 };

/** Whether a view has a place: a terminal of a size that obeys orders, and nobody's log. */
export const isLive = ({ stderr, stdout, env }: Pick<Surroundings, 'stderr' | 'stdout' | 'env'>, toStdout: boolean) =>
  stderr.isTTY === true &&
  stderr.columns !== 0 &&
  !env['CI'] &&
  env['TERM'] !== 'dumb' &&
  // Data that scrolls by on the same terminal would draw it anew at each line.
  !(toStdout && stdout.isTTY === true);

/**
 * Shows where a run stands on a terminal, as `viewOf` has it, while it lasts; leaves the terminal as it was, however it ends.
 * Emits nothing that is worth to be known.
 */
export const showLive = (
  events: Observable<Event>,
  { activity, ...planned }: Beside,
  { stderr, env }: Pick<Surroundings, 'stderr' | 'env'>,
): Observable<unknown> =>
  defer(() => {
    const marks = marksOf(env);
    // ora asks FORCE_COLOR and the terminal, not NO_COLOR.
    const hasColour = !env['NO_COLOR'];
    const look = { marks, paint: hasColour ? colours : plain };
    const size = () => ({ columns: stderr.columns || usual.columns, rows: stderr.rows || usual.rows });
    const spinner = ora({
      ...{ stream: stderr, discardStdin: false, interval: frameMs },
      ...(marks !== blocks && { spinner: 'line' }),
      ...(!hasColour && { color: false }),
    });
    const resized = followSize(stderr, () => `- ${spinner.text}`);
    spinner.start();
    return merge(events, activity.pipe(takeUntil(events.pipe(ignoreElements(), endWith('end'))))).pipe(
      followRun(planned),
      eachFrame(frameMs),
      // The cursor on a line of its own: some terminals fold all lines but that one when they get narrower.
      tap(({ value, now }) => (spinner.text = [...viewOf(value, size(), { ...look, now }), ''].join('\n'))),
      finalize(() => {
        resized();
        spinner.stop();
      }),
    );
  });
