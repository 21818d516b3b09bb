/** The settled table of this version, as JSON, gzip, base64: the build writes it in this place. Null in the checkout. */
export const shippedTable: string | null = null;
