/**
 * Which generated clients a server still serves, as `compatibility.json` of the generated package says it: written by
 * `trunkline generate`, read by nobody else.
 */
export interface Compatibility {
  /** The version of the format: 1. */
  readonly trunkline: number;
  /** The hash of the contract that is served. */
  readonly contract: string;
  /** For each procedure the forms that may call it, as short hashes. */
  readonly procedures: Readonly<Record<string, readonly string[]>>;
}

/** What a server says of the contract that its generated clients are made from, and holds them to. */
export interface ContractOptions {
  /**
   * A generated client is told the contract's hash with the welcome. A call of one whose form of the procedure is not listed
   * is refused with `UPGRADE_REQUIRED` before anything of it runs; other procedures are served. Clients that were not
   * generated say no form and are served as ever.
   */
  readonly compatibility: Compatibility;
  /**
   * The OpenRPC document of the contract, such as `docs/openrpc.json` of the generated package: what `rpc.discover` is
   * answered with, to whoever may connect. @default none; the method is not known
   */
  readonly discover?: object | undefined;
}
