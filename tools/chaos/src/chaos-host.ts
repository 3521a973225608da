/** The server of a run, wherever it runs: it goes away and comes back. */
export interface ChaosHost {
  /** Where it listens now. Each life has a port of its own; proxies ask for it with each connection. */
  readonly port: number;
  /** What its lives did that clients do not see. */
  readonly deeds: HostDeeds;
  start(): Promise<void>;
  /** Stops as a deploy does: what runs may finish. */
  leave(): Promise<void>;
  /** Is replaced as in a rolling deploy: the next server listens while this one sends its clients there. */
  drain(): Promise<void>;
  /** Stops as a process does that is killed: nothing is said. */
  crash(): Promise<void>;
  /** Withdraws what a user's credentials allowed: the connections are closed. */
  revoke(user: string): void;
  /** The run is over. Rejects when a life ended that should not have. */
  close(): Promise<void>;
}

export interface HostDeeds {
  /** Sendings of a mutation that were answered with what an earlier one had caused. */
  readonly replayed: number;
  /** Connections that were closed because their credentials had ended. */
  readonly expired: number;
  /** Connections that were closed because their credentials were withdrawn. */
  readonly revoked: number;
  /** Processes that were killed. */
  readonly killed: number;
}

/** A port where nobody serves. */
export const NO_PORT = 1;
