/** The names of all formats, in their order, apart from what writes them: the help tells them. */
export const formatNames = [
  ...(['models.dev', 'litellm', 'genai-prices', 'helicone', 'ccusage'] as const),
  ...(['csv', 'sqlite', 'parquet', 'focus', 'table'] as const),
] as const;
