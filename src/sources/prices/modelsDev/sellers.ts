/** models.dev’s name of a provider, by our id, where it is another one. */
export const sellers = { 'google-vertex-partner': 'GOOGLE-VERTEX' };

/** One seller each, in two entries that have no model at two prices. */
export const sameSeller = { 'GOOGLE-VERTEX-ANTHROPIC': 'GOOGLE-VERTEX' };
