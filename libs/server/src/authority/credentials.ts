import type { Cancel, Clock } from '@trunkline/protocol';

/** Who a connection speaks for, and until when. */
export interface Standing {
  /** The application's name of whoever is behind the connection; null for nobody in particular. */
  readonly principal: string | null;
  /** When that ends, in milliseconds since the epoch; null for never. */
  readonly expiresAt: number | null;
}

/** What becomes of a connection whose credentials end. */
export interface CredentialsHost {
  /** They end after so many milliseconds. */
  expiring(inMs: number): void;
  /** They have ended. */
  expired(): void;
}

/** The credentials of one connection: warns before they end, and tells when they have. */
export class Credentials {
  readonly #clock: Clock;
  readonly #warningMs: number;
  readonly #host: CredentialsHost;
  #standing: Standing = { principal: null, expiresAt: null };
  #cancel: Cancel | undefined;
  #hasWarned = false;

  /** @param warningMs how long before their end the peer is warned. */
  constructor(clock: Clock, warningMs: number, host: CredentialsHost) {
    this.#clock = clock;
    this.#warningMs = warningMs;
    this.#host = host;
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** What is left of them in milliseconds, at least 0; undefined when they do not end. */
  get expiresInMs(): number | undefined {
    const { expiresAt } = this.#standing;
    return expiresAt === null ? undefined : Math.max(0, expiresAt - this.#clock.now());
  }

  /** The peer has shown credentials, the first or better ones. */
  renew(standing: Standing): void {
    this.#standing = standing;
    this.#hasWarned = false;
    this.#watch();
  }

  /** The connection is gone. */
  stop(): void {
    this.#cancel?.();
  }

  // A timer may fire early, because the platform's own have a longest delay; so the time is looked at again.
  #watch(): void {
    this.#cancel?.();
    const leftMs = this.expiresInMs;
    if (leftMs === undefined) return;
    if (leftMs === 0) return this.#host.expired();
    if (leftMs <= this.#warningMs && !this.#hasWarned) {
      this.#hasWarned = true;
      this.#host.expiring(leftMs);
    }
    this.#cancel = this.#clock.schedule(this.#hasWarned ? leftMs : leftMs - this.#warningMs, () => this.#watch());
  }
}
