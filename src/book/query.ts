/** What somebody asks for: a provider of ours, an id or another name of the model there, maybe with its display name. */
export interface Query {
  readonly provider: string;
  readonly id: string;
  readonly name?: string | null | undefined;
}
