import type { Facets } from '../model/identity.js';

/** What is known of an offer before anybody says which model it is. */
export interface Offer {
  /** Id of who sells it. */
  readonly provider: string;
  /** Exactly what its API takes. */
  readonly id: string;
  /** Its name for people, if it has one. */
  readonly name?: string | null | undefined;
  /** The lab in the provider's words. */
  readonly ownedBy?: string | null | undefined;
  /** When the model came out, as the provider says: an ISO date, or the beginning of one. */
  readonly releaseDate?: string | null | undefined;
  /** Where the provider says its weights come from: a Hugging Face id. It adds what the id leaves out, as the name does. */
  readonly weights?: string | null | undefined;
}

/** Which model an offer is. */
export interface Identity {
  /** `meta/llama-3.3-70b-instruct`: equal for offers of one model. */
  readonly key: string;
  /** The key without its date or alias: equal for the releases of one name. */
  readonly line: string;
  readonly facets: Facets;
}

/** Why an offer has no model, in words. */
export interface Unknown {
  readonly why: string;
  readonly facets: Facets;
}
