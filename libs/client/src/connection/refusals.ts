import type { CallFate } from '../calls/call-fate.js';
import type { TrunklineError } from '../errors/trunkline-error.js';

/** What the server said when it refused whole connections, and what that means for the calls. */
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
   * @param mayRenew whether credentials were the reason and the next connection brings new ones: then the first refusal
   * is nobody's business but ours.
   */
  connectionEnded(mayRenew: boolean): { readonly error: TrunklineError; readonly fate: CallFate } | undefined {
    const error = this.#error;
    this.#error = undefined;
    this.#consecutiveCount = error === undefined ? 0 : this.#consecutiveCount + 1;
    if (error === undefined) return undefined;
    return { error, fate: mayRenew && this.#consecutiveCount === 1 ? 'not-run' : 'refused' };
  }
}
