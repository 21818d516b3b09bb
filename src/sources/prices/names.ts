/** The ids of all price lists, in their order, apart from what reads them: the help tells them. */
export const listIds = ['helicone', 'litellm', 'models.dev', 'genai-prices', 'portkey'] as const;
