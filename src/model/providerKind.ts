import { z } from 'zod';

/**
 * What a provider is to the models that it sells: lab = they are of its own making, cloud = a cloud that sells those of several labs
 * on its own machines, host = runs open weights on its own machines, gateway = passes calls on to others, plan = a
 * subscription, of which single calls have no price of their own.
 */
export const providerKind = z.enum(['lab', 'cloud', 'host', 'gateway', 'plan']);
export type ProviderKind = z.infer<typeof providerKind>;
