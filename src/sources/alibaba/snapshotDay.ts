import { isoDay } from '../parse/dates.js';

/** The day that the id of a snapshot ends with: `qwen3.7-max-2026-05-20`. */
export const snapshotDay = (modelId: string): string | null => isoDay(/-(20\d{2}-\d{2}-\d{2})$/.exec(modelId)?.[1]);
