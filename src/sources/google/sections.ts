import { markdownTables } from '../parse/markdown.js';
import { shapeError } from '../parse/shapeError.js';
import { cellOf, column, label } from '../parse/tables.js';

/** A row of a price table: what it is for, and what the paid and the free tier say. */
export interface PriceCell {
  readonly title: string;
  readonly paid: string;
  readonly free: string;
  /** The paid column's heading, which names the unit: "Paid Tier, per 1M tokens in USD". */
  readonly unit: string;
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
    const [intro = ''] = text.split(/^\s*(?:#{3}|\|)/m);
    const ids = [...intro.matchAll(/\[`?([a-z0-9][\w.-]*-[\w.-]+)`?\]\(/g)].map(([, id = '']) => id);
    const cells = markdownTables(text)
      .filter((table) => column(table, paidTier) >= 0)
      .flatMap((table) =>
        table.rows.map((row) => ({
          title: label(row[0]?.text ?? ''),
          paid: cellOf(table, row, paidTier).text,
          free: cellOf(table, row, /^free tier/).text,
          unit: label(table.header[column(table, paidTier)] ?? ''),
          serviceTier:
            table.headings.flatMap((name) => /^(batch|flex|priority)\b/.exec(label(name))?.[1] ?? []).at(-1) ?? '',
        })),
      );
    return ids.length > 0 && cells.length > 0 ? [{ name: nameOf(heading), ids: [...new Set(ids)], cells }] : [];
  });
  if (sections.length === 0) throw shapeError('no section with ids and a table with a paid tier');
  return sections;
}

/** Without emoji, anchors and links: "Gemini 2.5 Flash Image 🍌 {:#id}" -> "Gemini 2.5 Flash Image". */
const nameOf = (heading: string): string =>
  heading
    .replaceAll(/\{[^}]*\}|<[^>]*>/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[^\p{L}\p{N}\s.,:()+/&-]/gu, '')
    .trim();
