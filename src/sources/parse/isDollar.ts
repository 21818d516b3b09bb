/** Whether prices in a currency are in USD, as they are where a list does not say. */
export const isDollar = (currency: string | null | undefined): boolean => (currency || 'USD').toUpperCase() === 'USD';
