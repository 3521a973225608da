/** Where a command connects, and as whom. */
export interface RemoteTarget {
  /** With `ws:`, `wss:`, `http:` or `https:`. */
  readonly url: string;
  /** Sent with the upgrade request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Strings for the server's context; null for none. */
  readonly connectionParams: Readonly<Record<string, string>> | null;
  /** Whether the server serves tRPC's own `applyWSSHandler`. */
  readonly isStock: boolean;
  /** Time for one attempt to connect. */
  readonly connectTimeoutMs: number;
}
