import type { Gap } from '../errors/gap-error.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import type { Resumption } from './resumption.js';

/** Who reads a subscription. None of these throws, whatever the user's code does; none comes after an end. */
export interface Consumer {
  /** The server began to serve it, for the first time or again after a lost connection. */
  started(resumed: Resumption): void;
  /**
   * An event. The consumer says `taken()` to the subscription when its user has had it.
   *
   * @param conflated how many events were merged into it; undefined for none.
   */
  event(value: unknown, conflated?: number): void;
  gap(gap: Gap): void;
  /** The connection was lost; the subscription goes on by itself. */
  interrupted(cause: TrunklineError): void;
  failed(error: TrunklineError): void;
  completed(): void;
}
