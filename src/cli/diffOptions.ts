import { boundsGrammar, boundsOf } from '../changes/failOn.js';
import { declare } from './declare.js';

/** What a comparison is asked for. */
export const diffOptions = {
  failOn: declare({
    flags: '--fail-on <bounds>',
    help: `exit 1 where more changed than that: ${boundsGrammar}`,
    expects: boundsGrammar,
    read: boundsOf,
  }),
};
