type Fields = Readonly<Record<string, unknown>>;

/** Ids of models that an account trained: `ft:gpt-4o:acme::x`, `curie:ft-acme-2023`, `tunedModels/x`. */
const fineTune = /(^|[/:])ft[:-]|^tunedModels\//i;

const idKeys = ['id', 'name', 'model', 'slug', 'model_id', 'modelId', 'uid'];

/** Fields that say of a row that it is the account's own, by their value. */
const marks: ReadonlyMap<string, readonly unknown[]> = new Map<string, readonly unknown[]>([
  ...['finetuned', 'fine_tuned', 'fineTuned', 'is_finetuned', 'is_fine_tuned', 'isFineTuned'].map(saying(true)),
  ...['private', 'is_private', 'isPrivate'].map(saying(true)),
  ...['public', 'is_public', 'isPublic'].map(saying(false)),
  ...['visibility', 'access', 'scope'].map(saying('private', 'organization', 'team', 'workspace', 'user')),
]);

function saying(...values: readonly unknown[]): (key: string) => readonly [string, readonly unknown[]] {
  return (key) => [key, values];
}

/** Fields that say whose something is. */
const ownerKey =
  /^(owned_?by|owner|owner_?id|org|org_?id|organization|organization_?id|organisation|user|user_?id|team|team_?id|account|account_?id|project_?id|workspace|workspace_?id|tenant|tenant_?id|created_?by|creator|email)$/i;

/** Names that systems give to accounts, as against those of companies, which people give. */
const account = [
  /^(org|organization|user|usr|team|acct|account|proj|project|workspace|wrkspc|tenant|member)[-_]\w[\w-]{3,}$/i,
  /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  /^[0-9a-f]{16,64}$/i,
  /^[0-9A-HJKMNP-TV-Z]{26}$/,
  /^[^\s@]{1,100}@[^\s@]{1,100}$/,
];

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFineTune = (value: unknown): boolean => typeof value === 'string' && fineTune.test(value);

/** Whether a field names an account or a person in the way systems do. */
const namesAccount = (key: string, value: unknown): boolean =>
  ownerKey.test(key) && typeof value === 'string' && account.some((form) => form.test(value));

/** Whether an entry of a list is the account's own: a fine-tune, marked as private, or owned by an account. */
const isPrivate = (entry: unknown): boolean =>
  isObject(entry)
    ? idKeys.some((key) => isFineTune(entry[key])) ||
      Object.entries(entry).some(([key, value]) => namesAccount(key, value) || marks.get(key)?.includes(value) === true)
    : isFineTune(entry);

/** Deeper there are no rows. */
const mostLevels = 64;

/**
 * What of an answer anybody would be given: entries of lists that are the account's own, and fields that name an account
 * elsewhere, are left out and counted. Takes and gives parsed JSON; what holds none of them is given as it is.
 */
export function withoutPrivate(value: unknown, level = 0): { value: unknown; leftOut: number } {
  if (level > mostLevels || typeof value !== 'object' || value === null) return { value, leftOut: 0 };
  const entries: [string, unknown][] = Object.entries(value);
  // An object of objects is a list by id.
  const isList = Array.isArray(value) || (entries.length > 0 && entries.every(([, entry]) => isObject(entry)));
  const kept = entries.filter(([key, entry]) =>
    isList ? !isPrivate(entry) && !(isFineTune(key) && !Array.isArray(value)) : !namesAccount(key, entry),
  );
  const inner = kept.map(([key, entry]) => [key, withoutPrivate(entry, level + 1)] as const);
  const leftOut = inner.reduce((sum, [, one]) => sum + one.leftOut, entries.length - kept.length);
  if (leftOut === 0) return { value, leftOut };
  return {
    value: Array.isArray(value)
      ? inner.map(([, one]) => one.value)
      : Object.fromEntries(inner.map(([key, one]) => [key, one.value])),
    leftOut,
  };
}
