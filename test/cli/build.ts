import { buildProgram } from '../../buildProgram.js';

/** Builds the program once, before any test starts it. */
export const setup = async (): Promise<void> => {
  await buildProgram();
};
