import { evaluate, labels, meetsBars } from './evaluation.js';
import { evaluationTable } from './evaluationTable.js';
import { recordedPrices } from './prices.js';
import { indexOf } from './rows.js';

const evaluation = evaluate(indexOf(recordedPrices()), labels());
console.log(evaluationTable(evaluation, process.argv.includes('--markdown')));
for (const error of evaluation.errors) console.error(error);
if (!meetsBars(evaluation)) process.exitCode = 1;
