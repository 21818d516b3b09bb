/** The version of the package, as its package.json says it; no file is read for it, or a bundle could not start. */
export const version = '0.1.0';
