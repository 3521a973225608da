import { type Cancel, type Clock, type ConnectionParams, memberOf } from '@trunkline/protocol';
import { TrunklineError } from '../errors/trunkline-error.js';
import { setupThrew } from './connection-errors.js';

/** What renews the credentials of a connection. */
export interface CredentialsActions {
  /** Brings credentials to the server: those given, or new ones. Rejects with the server's no. */
  renew(params: ConnectionParams | undefined): Promise<void>;
  /** A renewal that the clock asked for failed, and nobody else is there to be told. */
  refused(cause: Error): void;
}

/** What failed, and may be tried again with new credentials. */
export interface CredentialsUse {
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** When it began to wait for the connection on which it failed. */
  readonly queuedAt: number;
  /** Whether new credentials were brought for its sake already. */
  hasRefreshed: boolean;
}

/** Renews credentials: when somebody asks, once for all who ask at the same time, and before they end. */
export class Credentials {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #actions: CredentialsActions;
  #renewal: Promise<void> | undefined;
  #renewedAt = -Infinity;
  #dueAt = Infinity;
  #cancel: Cancel | undefined;

  constructor(clock: Clock, random: () => number, actions: CredentialsActions) {
    this.#clock = clock;
    this.#random = random;
    this.#actions = actions;
  }

  /** Whether what failed may be sent again with new ones: once, and where that changes nothing on the server. */
  mayHelp(use: CredentialsUse, { code, data }: TrunklineError): boolean {
    const hadNewOnes = use.queuedAt >= this.#renewedAt && this.#clock.now() - this.#renewedAt < FRESH_MS;
    const isSafe = use.kind !== 'mutation' || memberOf(data, 'ran') === false;
    return code === 'UNAUTHORIZED' && isSafe && !use.hasRefreshed && !hadNewOnes;
  }

  /** Renews for a call made then, unless they were renewed since. */
  renewFor(madeAt: number): Promise<void> {
    return madeAt < this.#renewedAt ? Promise.resolve() : this.renew(undefined);
  }

  renew(params: ConnectionParams | undefined): Promise<void> {
    if (params !== undefined) return this.#renew(params);
    this.#renewal ??= this.#renew(undefined).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  /** They end in so long. They are renewed well before, each client at its own moment. */
  expireIn(inMs: number): void {
    const delayMs = Math.min(inMs * (0.5 + 0.3 * this.#random()), MAX_TIMER_MS);
    const dueAt = this.#clock.now() + delayMs;
    if (dueAt >= this.#dueAt) return;
    this.forget();
    this.#dueAt = dueAt;
    this.#cancel = this.#clock.schedule(delayMs, () => {
      this.forget();
      this.renew(undefined).catch((cause: unknown) => {
        this.#actions.refused(cause instanceof TrunklineError ? cause : setupThrew(cause));
      });
    });
  }

  /** The connection is another, or gone: what was said of its credentials is void. */
  forget(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#dueAt = Infinity;
  }

  async #renew(params: ConnectionParams | undefined): Promise<void> {
    // What the server says of the new ones comes with its answer.
    this.forget();
    await this.#actions.renew(params);
    this.#renewedAt = this.#clock.now();
  }
}

/** Credentials this young are not the reason of a no. */
const FRESH_MS = 10_000;

/** Timers of browsers and Node hold no more than this, which is 24 days. */
const MAX_TIMER_MS = 2 ** 31 - 1;
