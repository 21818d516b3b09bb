import { label } from './tables.js';

/** Words of headings and columns that say what is sold or nothing at all, never how it is served. */
const neutral =
  /\b(text|vision|multimodal|images?|videos?|audio|speech|transcriptions?|languages?|chat|code|embeddings?|rerank\w*|moderation|generation|models?|serverless|api|inference|pric(e|es|ing)|standard|std|base|default|other|available|featured|all|per|tokens?|1m|usd|and|or|to|for|the|of|in)\b/g;

/** The service level that one title of a column or table names in its own words: "Batch models" -> "batch"; '' for none. */
export const levelWords = (title: string): string =>
  label(title)
    .replaceAll('$', ' ')
    .replaceAll(neutral, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?\/ ?/g, ' ')
    .trim();
