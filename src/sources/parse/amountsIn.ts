/** An amount of money in a text, and the words behind it up to the next one. */
export interface Amount {
  /** A decimal string: "1250.50". */
  readonly price: string;
  readonly words: string;
  /** Where it stands in the text. */
  readonly at: number;
}

/** A decimal comma, as in "€0,40", is none of ours: such an amount is left out. */
const number = String.raw`(\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?![.,]?\d)`;

/** The amounts of a text in order, each with what stands behind it: "$0.15 input $1,250 / hour"; in dollars, or behind another sign. */
export const amountsIn = (text: string, sign: '$' | '€' = '$'): Amount[] =>
  [...text.matchAll(new RegExp(String.raw`[${sign}]\s*${number}([^${sign}]*)`, 'g'))].map(
    ({ 1: price = '', 2: words = '', index: at }) => ({ price: price.replaceAll(',', ''), words: words.trim(), at }),
  );
