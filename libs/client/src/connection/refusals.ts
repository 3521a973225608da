import type { CloseAction } from '@trunkline/protocol';
import type { CallFate } from '../calls/call-fate.js';
import type { TrunklineError } from '../errors/trunkline-error.js';

/** What the refusal of a connection means. */
export interface Refusal {
  readonly error: TrunklineError;
  readonly fate: CallFate;
  /** It was about the credentials, and there are no better ones: subscriptions end with it as calls do. */
  readonly isUnauthorized: boolean;
}

/** What the server said when it refused whole connections, and what that means for calls and subscriptions. */
export class Refusals {
  #error: TrunklineError | undefined;
  #consecutiveCount = 0;

  /** The server refused the connection that is open now. */
  add(error: TrunklineError): void {
    this.#error = error;
  }

  /**
   * The connection has ended. Returns undefined when it was not refused.
   *
   * @param mayRenew whether the next connection brings new credentials: if they were the reason, then the first refusal is
   * nobody's business but ours.
   */
  connectionEnded(action: CloseAction, mayRenew: boolean): Refusal | undefined {
    const error = this.#error;
    this.#error = undefined;
    this.#consecutiveCount = error === undefined ? 0 : this.#consecutiveCount + 1;
    if (error === undefined) return undefined;
    // A stock server closes without a code of its own.
    const isAboutCredentials = action === 'renew-credentials' || error.code === 'UNAUTHORIZED';
    if (isAboutCredentials && mayRenew && this.#consecutiveCount === 1)
      return { error, fate: 'not-run', isUnauthorized: false };
    return { error, fate: 'refused', isUnauthorized: isAboutCredentials };
  }
}
