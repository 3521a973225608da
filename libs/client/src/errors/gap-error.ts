import type { GapReason } from '@trunkline/protocol';
import { TrunklineError } from './trunkline-error.js';

/** Events of a subscription that are missing, told at the place where they are missing. */
export interface Gap {
  readonly reason: GapReason;
  /** How many events are missing; undefined where the server cannot know. */
  readonly dropped: number | undefined;
}

/** Thrown in a `for await` that did not ask for `{ status: true }` when events are missing. It ends the subscription. */
export class GapError extends TrunklineError {
  readonly reason: GapReason;
  readonly dropped: number | undefined;

  constructor(gap: Gap, path: string) {
    const count = gap.dropped === undefined ? 'Events' : `${gap.dropped} events`;
    super('EVENTS_MISSING', `${count} of "${path}" are missing (${gap.reason}).`, { outcome: 'connection-lost', path });
    this.name = 'GapError';
    this.reason = gap.reason;
    this.dropped = gap.dropped;
  }
}
