import { z } from 'zod';
import { type Bound, boundsGrammar, boundsOf } from '../changes/failOn.js';

/** What a comparison is asked for. */
export const diffOptions = {
  failOn: {
    flags: '--fail-on <bounds>',
    help: `exit 1 where more changed than that: ${boundsGrammar}`,
    expects: boundsGrammar,
    schema: z
      .string()
      .transform(boundsOf)
      .pipe(z.custom<Bound[]>((bounds) => bounds !== undefined))
      .optional(),
  },
};
