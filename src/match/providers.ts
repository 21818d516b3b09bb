/** Our provider ids that the price list knows by another name. Providers that only resell have no rows, and no entry. */
const LIST_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'amazon-bedrock': 'AWS',
    'azure-ai-foundry': 'AZURE',
    'azure-cognitive-services': 'AZURE',
    'azure-openai': 'AZURE',
    'fireworks-ai': 'FIREWORKS',
    'google-vertex': 'GOOGLE',
    'google-vertex-anthropic': 'GOOGLE',
    'google-vertex-partner': 'GOOGLE',
    'novita-ai': 'NOVITA',
    'together-ai': 'TOGETHER',
    togetherai: 'TOGETHER',
    xai: 'X',
  }),
);

/** Two names of the list for one platform: Bedrock's models stand under both, AWS holds more of them. */
const PLATFORMS: ReadonlyMap<string, string> = new Map([['BEDROCK', 'AWS']]);

/** The platform of a row: rows are compared with models of the same platform and no other. */
export const platformOfRow = (listName: string): string => {
  const name = listName.toUpperCase();
  return PLATFORMS.get(name) ?? name;
};

/** The platform of one of our providers: its name in the list, by default its own id. */
export const platformOf = (provider: string): string => {
  const id = provider.toLowerCase();
  return LIST_NAMES.get(id) ?? platformOfRow(id);
};
