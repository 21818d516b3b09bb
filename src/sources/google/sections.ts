import { markdownTables } from '../parse/markdown.js';
import { notEmpty } from '../parse/notEmpty.js';
import { cellOf, column, label } from '../parse/tables.js';
import { withoutBetween } from '../parse/withoutBetween.js';
import { withoutLinks } from '../parse/markdownLinks.js';

/** A row of a price table: what it is for, and what the paid and the free tier say. */
export interface PriceCell {
  readonly title: string;
  readonly paid: string;
  readonly free: string;
  /** The paid column's heading, which names the unit: "Paid Tier, per 1M tokens in USD". */
  readonly unit: string;
  /** Empty for the standard one. */
  readonly serviceTier: string;
}

/** A section of the pricing page: one price list, for one model or for several. */
export interface Section {
  readonly name: string;
  readonly ids: readonly string[];
  readonly cells: readonly PriceCell[];
}

const paidTier = /^paid tier/;

/** The sections that name ids below their heading and have a table with a paid tier. */
export function sectionsIn(body: string): Section[] {
  const sections = body.split(/^(?=##? )/m).flatMap((text): Section[] => {
    const [, heading = ''] = /^##? +(.*)$/m.exec(text) ?? [];
    const [intro = ''] = text.split(/^[ \t]*(?:#{3}|\|)/m);
    const ids = [...intro.matchAll(/\[`?([a-z0-9][\w.-]*)`?\]\(/g)].flatMap(([, id = '']) =>
      /-./.test(id) ? [id] : [],
    );
    const cells = markdownTables(text)
      .filter((table) => column(table, paidTier) >= 0)
      .flatMap((table) =>
        table.rows.map((row) => ({
          title: label(row[0]?.text ?? ''),
          paid: cellOf(table, row, paidTier).text,
          free: cellOf(table, row, /^free tier/).text,
          unit: label(table.header[column(table, paidTier)] ?? ''),
          // The first heading is the section's own.
          serviceTier: table.headings.slice(1).flatMap(tierIn).at(-1) ?? '',
        })),
      );
    return ids.length > 0 && cells.length > 0 ? [{ name: nameOf(heading), ids: [...new Set(ids)], cells }] : [];
  });
  return notEmpty(sections, 'no section with ids and a table with a paid tier');
}

/** The level of service that a heading above a table names; one that nobody knows is a level of its own name. */
function tierIn(heading: string): string[] {
  const words = label(heading).replaceAll(
    /\b(pricing|prices?|tier|processing|service|mode|api|inference|standard|std|default)\b/g,
    ' ',
  );
  const word = /\b(batch|flex|priority)\b/.exec(words)?.[1] ?? words.replaceAll(/\s+/g, ' ').trim();
  return /^(|paid|online|interactive|pay as you go)$/.test(word) ? [] : [word];
}

/** Without emoji, anchors and links: "Gemini 2.5 Flash Image 🍌 {:#id}" -> "Gemini 2.5 Flash Image". */
const nameOf = (heading: string): string =>
  withoutLinks(withoutBetween(withoutBetween(heading, '{', '}'), '<', '>'))
    .replaceAll(/[^\p{L}\p{N}\s.,:()+/&-]/gu, '')
    .trim();

/**
 * The cells that are about one of a section's models: prices of tokens are for all of them, rows of another unit for one
 * each ("Imagen 4 Ultra image price"), told by the words that the other rows don't have.
 */
export function cellsOf({ ids, cells }: Section, id: string): PriceCell[] {
  const title = ownTitle({ ids, cells }, id);
  return cells.filter((cell) => !isOwnRow(cell) || cell.title === title);
}

/** The rows of a section that may be about a model and are not told from the others', in words. */
export const unplacedFor = ({ ids, cells }: Section, id: string): string[] =>
  ownTitle({ ids, cells }, id) === undefined
    ? cells.filter(isOwnRow).map(({ title, paid }) => `${title}, maybe of another model: ${paid}`)
    : [];

function ownTitle({ ids, cells }: Pick<Section, 'ids' | 'cells'>, id: string): string | undefined {
  const titles = [...new Set(cells.filter(isOwnRow).map(({ title }) => title))];
  return ids.length === 1 && titles.length === 1 ? titles[0] : titleOf(titles, ids, id);
}

const isOwnRow = ({ unit, paid }: PriceCell): boolean => !/tokens/.test(unit) && paid.includes('$');

/** Undefined where no row, or more than one, is this model's. */
function titleOf(titles: readonly string[], ids: readonly string[], id: string): string | undefined {
  if (titles.length < 2) return undefined;
  const names = titles.map((title) => title.replace(/\bstandard\b/, '').split(' '));
  const own = names.map((words) => words.filter((word) => names.some((other) => !other.includes(word))));
  const fits = (model: string) =>
    titles.filter((_, i) => own[i]?.some((word) => model.split(/[-_]/).includes(word)) === true);
  const found = fits(id);
  if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  const plain = titles.filter((title) => /\bstandard\b/.test(title));
  const rest = ids.filter((other) => fits(other).length === 0);
  return rest.length === 1 && plain.length === 1 ? plain[0] : undefined;
}
