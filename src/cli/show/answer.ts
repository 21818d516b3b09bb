import Table from 'cli-table3';
import type { Answer } from '../../book/priceBook.js';
import type { Witness } from '../../settle/testify.js';
import { shown, pricesIn } from '../../settle/prices.js';

const PLAIN = { style: { head: [], border: [], compact: true } };

/** What an offer costs, for a person: the price with its confidence, and the quotes side by side. No colours. */
export function renderAnswer(answer: Answer, { provider, id }: { provider: string; id: string }): string {
  const { offer, pricing, witnesses } = answer;
  return [
    `${provider}/${id}${offer === null ? ' (not in the table: the price lists alone are asked)' : ''}`,
    headOf(answer),
    ...pricing.issues.map(({ code, detail }) => `${code}: ${detail}`),
    ...(witnesses.length > 0 ? [quotesTable(answer)] : []),
  ].join('\n');
}

function headOf({ cost, pricing }: Answer): string {
  const { status, source, confidence, agree, differ } = pricing;
  if (source === null) return `${status}: no price`;
  const prices = pricesIn(cost).map(([field, price]) => `${field} ${shown(field, price)}`);
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
  ].join('\n');
}

function quotesTable({ witnesses, sources, pricing }: Answer): string {
  const table = new Table({ head: ['who', 'prices', 'day', 'where', 'verdict'], ...PLAIN });
  for (const one of witnesses) {
    const page = sources[one.evidence.endpoint];
    table.push([
      one.witness,
      pricesIn(one.stated)
        .map(([field, price]) => `${field} ${shown(field, price)}`)
        .join('\n'),
      page?.fetchedAt.slice(0, 10) ?? '',
      `${page?.url ?? one.evidence.endpoint}, row ${one.evidence.row}`,
      verdictOf(one, pricing),
    ]);
  }
  return table.toString();
}

function verdictOf(one: Witness, { source, evidence: taken, agree, differ }: Answer['pricing']): string {
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
  return [role, ...said].filter((part) => part !== '').join('\n');
}
