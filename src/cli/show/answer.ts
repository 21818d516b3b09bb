import type { Answer } from '../../book/priceBook.js';
import type { Witness } from '../../settle/testify.js';
import type { NearAnswer } from '../../book/nearAnswers.js';
import type { Prices } from '../../settle/law.js';
import { shown, pricesIn } from '../../settle/prices.js';
import { agreementLines } from './agreement.js';
import { grid } from './grid.js';
import type { Marks } from './marks.js';
import { meantLine, offerLine } from './unlisted.js';

/**
 * What an offer costs, in lines for a person: the price with its confidence, who agrees as a picture where there are `pictures`
 * to draw it with, and the quotes side by side. No colours.
 */
export function renderAnswer(
  answer: Answer,
  {
    provider,
    id,
    near,
    columns,
    pictures,
  }: {
    provider: string;
    id: string;
    near: readonly NearAnswer[];
    columns?: number | undefined;
    pictures?: Marks | undefined;
  },
): string[] {
  const { pricing, witnesses } = answer;
  return [
    offerLine(provider, id, answer),
    ...headOf(answer),
    ...pricing.issues.map(({ code, detail }) => `${code}: ${detail}`),
    ...nearLines(provider, near),
    ...(pictures ? agreementLines(answer, pictures, columns) : []),
    ...(witnesses.length > 0 ? quotesTable(answer, columns) : []),
  ];
}

const pricesOf = (cost: Prices): string[] => pricesIn(cost).map(([field, price]) => `${field} ${shown(field, price)}`);

/** The offers that may have been meant: those of the same model with their price, and those that are only spelled alike. */
function nearLines(provider: string, near: readonly NearAnswer[]): string[] {
  const same = near.filter(({ differsIn }) => differsIn !== null);
  const alike = near.filter(({ differsIn }) => differsIn === null);
  return [
    ...same.map(
      ({ id, differsIn, status, cost }) =>
        `near: ${provider}/${id} (differs in ${differsIn?.join(' and ') ?? ''}) is ${[status, ...pricesOf(cost)].join(', ')}`,
    ),
    ...(same.length === 0 ? meantLine(provider, alike) : []),
  ];
}

/** What the price is, and who states it. */
export function headOf({ cost, pricing }: Pick<Answer, 'cost' | 'pricing'>): string[] {
  const { status, source, confidence, agree, differ } = pricing;
  if (source === null) return [`${status}: no price`];
  const prices = pricesOf(cost);
  const others = [
    agree.length > 0 ? `${agree.join(', ')} ${agree.length === 1 ? 'agrees' : 'agree'}` : '',
    differ.length > 0
      ? `${differ.map(({ witness }) => witness).join(', ')} ${differ.length === 1 ? 'differs' : 'differ'}`
      : '',
  ].filter((part) => part !== '');
  const chance = confidence === null ? '' : `, right with a chance of ${confidence}`;
  return [
    `${status}${prices.length > 0 ? `: ${prices.join(', ')}` : ''}`,
    `stated by ${source}${chance}${others.length > 0 ? `; ${others.join('; ')}` : ''}`,
  ];
}

const quotesTable = ({ witnesses, sources, pricing }: Answer, columns?: number): string[] =>
  grid(
    ['who', 'prices', 'day', 'where', 'verdict'],
    witnesses.map((one) => {
      const page = sources[one.evidence.endpoint];
      return [
        one.witness,
        pricesOf(one.stated),
        page?.fetchedAt.slice(0, 10) ?? '',
        `${page?.url ?? one.evidence.endpoint}, row ${one.evidence.row}`,
        verdictOf(one, pricing),
      ];
    }),
    { columns, giveWay: ['day'] },
  );

function verdictOf(one: Witness, { source, evidence: taken, agree, differ }: Answer['pricing']): string[] {
  const { witness, evidence, doubt, broken, odd } = one;
  const said = [...(doubt ? [doubt] : []), ...broken, ...odd].map(({ code, detail }) => `${code}: ${detail}`);
  const role =
    witness === source && evidence.endpoint === taken?.endpoint && evidence.row === taken.row
      ? 'taken'
      : agree.includes(witness)
        ? 'agrees'
        : differ.some((one) => one.witness === witness)
          ? 'differs'
          : '';
  return [role, ...said].filter((part) => part !== '');
}
