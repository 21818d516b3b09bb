/** Builds the program once, before any test starts it. */
export const setup = async (): Promise<void> => {
  await import('../../build.js');
};
