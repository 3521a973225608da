/** Where the answer to one request goes: straight to the outbox, or into the array that answers a batch. */
export interface ReplySink {
  /** Hands in the one answer. What has to come after it is done in `onSent`, which runs once the answer is on its way. */
  answer(frame: string, onSent?: () => void): void;
  /** Whether each answer is a message of its own. */
  readonly isDirect?: boolean;
}

/** Collects the answers to the requests of one batch and sends them as one array (JSON-RPC 2.0, section 6). */
export class BatchSink implements ReplySink {
  readonly #send: (frame: string) => void;
  readonly #answers: string[] = [];
  readonly #afterwards: (() => void)[] = [];
  #missingCount: number;

  /** @param requestCount how many messages of the batch will be answered. */
  constructor(requestCount: number, send: (frame: string) => void) {
    this.#missingCount = requestCount;
    this.#send = send;
  }

  answer(frame: string, onSent?: () => void): void {
    this.#answers.push(frame);
    if (onSent) this.#afterwards.push(onSent);
    this.#missingCount -= 1;
    if (this.#missingCount > 0) return;
    this.#send(`[${this.#answers.join(',')}]`);
    for (const action of this.#afterwards) action();
  }
}
