import { priceAt, type PricedAt } from '../book/priceAt.js';
import { pricesOf } from '../book/pricesOf.js';
import type { AskedBook } from '../book/askedBook.js';
import type { Brief } from '../book/settledPart.js';
import type { UsageRecord } from '../cost/records/usageRecord.js';
import type { OfferPrices } from '../cost/tiers/priceFinder.js';
import type { PastPrices } from '../history/offerHistory.js';
import type { PriceHistory } from '../history/priceHistory.js';
import { askedFor } from './asked.js';
import { noProvider } from './chooseSources.js';
import type { Surroundings } from './command.js';
import { historyFor } from './historyFor.js';
import { type KnownProviders, needed } from './knownProviders.js';
import { meantBy } from './meant.js';
import type { Options } from './options.js';

/** The prices that a record is billed at, and whose word they are. */
export interface PricedBy {
  readonly prices: OfferPrices;
  /** The model as it was looked up, `provider/id`. */
  readonly name: string;
  /** For the line: where the prices came from. */
  readonly from: Readonly<Record<string, unknown>>;
  /** Why there is none; missing where there is one. */
  readonly unknown?: string | undefined;
  /** The same for a call of another time, where a history knows what it cost then. */
  readonly at?: ((moment: Date) => PricedBy) | undefined;
}

/** Models to remember: a log has few, whoever fills it. */
const mostRemembered = 10_000;

/** Unlisted models to look for others of like names: more of them are no misspellings, and each reads all offers of a provider. */
const mostMeant = 100;

/** Finds the table's prices of records, asking the price book once a model; the book is opened by the first that needs it. */
export class LinePrices {
  #book: Promise<Opened> | undefined;
  readonly #known = new Map<string, Promise<PricedBy> | PricedBy>();
  #unlisted = 0;

  constructor(
    private readonly options: Options,
    private readonly surroundings: Pick<Surroundings, 'env'>,
  ) {}

  of(record: Pick<UsageRecord, 'provider' | 'models'>): PricedBy | Promise<PricedBy> {
    const key = `${record.provider ?? ''}\n${record.models.join('\n')}`;
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#known.size >= mostRemembered) this.#known.clear();
    const found = this.#find(record).then((priced) => {
      this.#known.set(key, priced);
      return priced;
    });
    this.#known.set(key, found);
    return found;
  }

  async #find({ provider, models }: Pick<UsageRecord, 'provider' | 'models'>): Promise<PricedBy> {
    const opened = await (this.#book ??= this.#open());
    const { book, history } = opened;
    const queries = await queriesOf(provider, models, opened);
    let first: Named | undefined;
    for (const query of queries) {
      const answer = await book.price(query);
      const named: Named = { provider: query.provider, id: answer.offer?.id ?? query.id, answer };
      if (answer.pricing.source !== null || answer.offer !== null) return overTime(named, history);
      first ??= named;
    }
    if (first) {
      this.#unlisted += 1;
      return overTime(await unlisted(first, opened, this.#unlisted <= mostMeant), history);
    }
    const unknown =
      provider === null ? 'the line names no provider: add one, or --provider' : 'the line names no model';
    const name = models[0] ?? provider ?? 'a call';
    return { prices: { cost: {}, tiers: [] }, name, from: { from: 'nobody' }, unknown };
  }

  async #open(): Promise<Opened> {
    const { book, known } = await askedFor(this.options, this.surroundings);
    const given = await givenBy(this.options, known);
    const providerOf = async (name: string) => (name === '' ? given : ((await known.idOf(name)) ?? name));
    return { book, history: await historyFor(this.options), known, providerOf };
  }
}

interface Opened {
  readonly book: AskedBook;
  readonly history: PriceHistory | undefined;
  readonly known: KnownProviders;
  /** The id of the provider that a line names; of the one that --provider names where it names none. */
  readonly providerOf: (name: string) => Promise<string>;
}

/** The provider that --provider names; none where it names none. */
async function givenBy({ provider: names = [] }: Options, known: KnownProviders): Promise<string> {
  const [id = ''] = await Promise.all(names.map((name) => needed(name, known)));
  return id;
}

/** An answer that says why the table has no such offer, and which one may have been meant. */
async function unlisted(named: Named, { book, known }: Opened, isHelped: boolean): Promise<Named> {
  const { provider, answer } = named;
  const [issue] = answer.pricing.issues;
  const says = (detail: string): Named => ({
    ...named,
    answer: { ...answer, pricing: { ...answer.pricing, issues: [{ code: 'no-match', ...issue, detail }] } },
  });
  const sources = await known.all();
  if (!sources.some(({ id }) => id === provider)) return says(noProvider(provider, sources));
  const [meant] = isHelped ? await meantBy(book, named, answer) : [];
  const lists = issue ? `, and ${issue.detail}` : '';
  return says(`not in the table${lists}${meant ? `; did you mean ${provider}/${meant.id}?` : ''}`);
}

/** What to look up, the likeliest first: each name of the model as it is, and without the provider that it begins with. */
async function queriesOf(provider: string | null, models: readonly string[], { providerOf }: Opened) {
  const id = await providerOf(provider ?? '');
  const whole = id === '' ? [] : models.map((model) => ({ provider: id, id: model }));
  const cut = await Promise.all(
    models
      .filter((model) => model.indexOf('/') > 0)
      .map(async (model) => ({
        provider: id || (await providerOf(model.slice(0, model.indexOf('/')))),
        id: model.slice(model.indexOf('/') + 1),
      })),
  );
  return [...whole, ...cut];
}

/** An offer that was looked up, with what it costs. */
interface Named {
  readonly provider: string;
  readonly id: string;
  readonly answer: PricedAt<Brief>;
}

/** The prices of an offer: those of now, or of the version that is asked for, and with a history those of each time. */
function overTime(named: Named, history: PriceHistory | undefined): PricedBy {
  if (!history) return pricedBy(named);
  const offer = history.offer(named.provider, named.id);
  const known = new Map<PastPrices | undefined, PricedBy>();
  const at = (moment: Date | undefined): PricedBy => {
    const past = moment && offer?.at(moment.getTime());
    // Why there is none depends on the moment.
    const found = past === null ? undefined : known.get(past);
    if (found) return found;
    const priced = pricedBy({ ...named, answer: priceAt(named.answer, history, named, { at: moment }) });
    if (past !== null) known.set(past, priced);
    return priced;
  };
  return { ...at(undefined), at };
}

function pricedBy({ provider, id, answer }: Named): PricedBy {
  const name = `${provider}/${id}`;
  const { status, source, confidence, evidence, issues } = answer.pricing;
  const page = evidence && answer.sources[evidence.endpoint];
  const stated = { ...(page && { url: page.url, day: page.fetchedAt.slice(0, 10) }) };
  const { past } = answer;
  const by = past
    ? { from: 'history', lines: past.lines.map(({ line }) => line) }
    : { from: past === null ? 'history' : 'table' };
  const unknown = source === null && status !== 'free' ? (issues[0]?.detail ?? `its price is ${status}`) : undefined;
  return {
    prices: pricesOf(answer),
    name,
    from: {
      ...by,
      model: name,
      status,
      ...(source !== null && { source, confidence, ...(past === undefined && stated) }),
      ...(past === null && { why: unknown }),
    },
    ...(unknown !== undefined && { unknown }),
  };
}
