/** What `error.data` holds, beside `code` and `ran`, of an error with the code `UPGRADE_REQUIRED`. */
export interface UpgradeRequired {
  /** The procedure that was refused; others may be served as before. */
  readonly path: string;
  /** The form of it that the client knows. */
  readonly shape: string;
  /** The hash of the contract that the client was generated from; null where its hello named none. */
  readonly clientContract: string | null;
  /** The hash of the contract that the server serves. A client loaded anew that has this one fits. */
  readonly serverContract: string;
}
