import { buildProgram } from './buildProgram.js';

await buildProgram();
