/** Builds the program once, before any test starts it. */
export const setup = async (): Promise<void> => {
  process.env['WHOLE'] = '1';
  await import('../../build.js');
  delete process.env['WHOLE'];
};
