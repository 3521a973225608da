import type { Call } from '@trunkline/protocol';
import type { Running } from './call-table.js';

/** Why a call that waits for its router is over before that is there. */
export type LoadingEnd = 'cancelled' | 'drained' | 'abandoned';

/** A call whose router is still being loaded: it has a place in the table, so that whatever reaches calls reaches it. */
export class LoadingCall implements Running {
  readonly id: Call['id'];
  readonly #end: (why: LoadingEnd) => void;
  #isAnswered = false;

  /** @param end answers the call where somebody still hears, and takes it out of the table. Called at most once. */
  constructor(id: Call['id'], end: (why: LoadingEnd) => void) {
    this.id = id;
    this.#end = end;
  }

  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  /** The caller no longer waits. */
  cancel(): void {
    this.#finish('cancelled');
  }

  /** The server stops, and this call has not begun. */
  drain(): void {
    this.#finish('drained');
  }

  /** The connection is gone. */
  abandon(): void {
    this.#finish('abandoned');
  }

  /** The router is there: whatever is answered, it is not answered from here. */
  loaded(): void {
    this.#isAnswered = true;
  }

  #finish(why: LoadingEnd): void {
    if (this.#isAnswered) return;
    this.#isAnswered = true;
    this.#end(why);
  }
}
