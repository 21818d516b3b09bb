import { buildPriceIndex } from '../../src/match/priceIndex.js';
import { evaluate, labels, meetsBars } from './evaluation.js';
import { evaluationTable } from './evaluationTable.js';
import { recordedPrices } from './prices.js';

const evaluation = evaluate(buildPriceIndex(recordedPrices()), labels());
console.log(evaluationTable(evaluation, process.argv.includes('--markdown')));
for (const error of evaluation.errors) console.error(error);
if (!meetsBars(evaluation)) process.exitCode = 1;
