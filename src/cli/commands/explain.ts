import { tell, tellJson } from '../tell.js';
import { nearAnswers } from '../../book/nearAnswers.js';
import type { Answer, PriceBook } from '../../book/priceBook.js';
import { explainMatch } from '../../match/explain.js';
import type { Source } from '../../sources/define.js';
import { openOnHand } from '../../store/onHand.js';
import { knownIn } from '../asked.js';
import type { Surroundings } from '../command.js';
import { usageError } from '../failure.js';
import { openBookFor } from '../bookFor.js';
import { nearest } from '../nearest.js';
import { networksOf } from '../networks.js';
import { offerNamed } from '../offerNamed.js';
import type { Options } from '../options.js';
import { renderAnswer } from '../show/answer.js';
import { renderExplanation } from '../show/explanation.js';
import { marksOf } from '../show/marks.js';
import { offeredRow, offeredTable } from '../show/offered.js';

/** Shows what an offer costs and how that was found; gives the exit code. */
export async function explain(options: Options, surroundings: Surroundings, text = ''): Promise<number> {
  const networks = networksOf(options, surroundings);
  const known = knownIn((await openOnHand(options.out ?? 'data'))?.providers ?? [], surroundings);
  const whose = await offerNamed('explain', text, options, known);
  const book = await openBookFor(options, () => Promise.resolve(networks));
  if (whose === null) return explainEverywhere(text, { book, known: await known.all(), options, surroundings });
  const { provider, id } = whose;
  const answer = await book.price({ provider, id });
  const key = { provider, id: answer.offer?.id ?? id, name: answer.offer?.name ?? null };
  const near = answer.pricing.status === 'unknown' ? await nearAnswers(book, key) : [];
  const lists = book.lists.map((list) => explainMatch(list, key));
  const { stdout, env } = surroundings;
  const { columns, isTTY: isSeen = false } = stdout;
  if (options.json) tellJson(stdout, { ...shown(answer, key), near, lists });
  else {
    const explanations = lists.flatMap((list) => ['', ...renderExplanation(list, columns, isSeen)]);
    const pictures = isSeen ? marksOf(env) : undefined;
    tell(stdout, ...renderAnswer(answer, { ...key, near, columns, pictures }), ...explanations);
  }
  return 0;
}

interface Asked {
  readonly book: PriceBook;
  readonly known: readonly Source[];
  readonly options: Options;
  readonly surroundings: Surroundings;
}

/** A model without its provider: what it costs at each that offers it. */
async function explainEverywhere(name: string, { book, known, options, surroundings }: Asked): Promise<number> {
  const answers: Answer[] = [];
  const ids: string[] = [];
  for (const { id: provider } of known) {
    if (await book.offer({ provider, id: name })) answers.push(await book.price({ provider, id: name }));
    ids.push(...(await book.offersOf(provider)).map(({ id }) => id));
  }
  if (answers.length === 0) throw usageError(nobodyOffers(name, ids));
  const { stdout } = surroundings;
  if (options.json) tellJson(stdout, { name, offers: answers.map(offeredRow) });
  else tell(stdout, ...offeredTable(answers, stdout.columns));
  return 0;
}

function nobodyOffers(name: string, ids: readonly string[]): string {
  const guess = nearest(name, ids);
  return `nobody offers "${name}"${guess ? `; did you mean "${guess}"?` : '.'} Write provider/model, or add --provider`;
}

/** The answer for programs: what the record of the run says, and all that was said of it. */
function shown({ offer, cost, tiers, pricing, sources, witnesses }: Answer, key: { provider: string; id: string }) {
  const quotes = witnesses.map(({ witness, evidence, stated, cost: left, broken, odd, isUsable, doubt, match }) => ({
    ...{ witness, evidence, cost: stated, usable: isUsable ? left : {} },
    ...{ issues: [...(doubt ? [doubt] : []), ...broken, ...odd], match },
  }));
  return { provider: key.provider, id: key.id, isListed: offer !== null, cost, tiers, pricing, sources, quotes };
}
