/** What a generated client knows of the contract that it was made from, so that a server can tell whether it still holds. */
export interface ContractMark {
  /** The hash of the whole contract. */
  readonly hash: string;
  /** For each procedure a short hash of all that its callers depend on, by path. */
  readonly shapes: Readonly<Record<string, string>>;
}
