/** Something that a procedure waits for and a spec opens, or the other way round. */
export class Gate<Value = void> {
  readonly opened: Promise<Value>;
  #open: (value: Value) => void = () => undefined;

  constructor() {
    this.opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(value: Value): void {
    this.#open(value);
  }
}

/** Settles when the signal aborts. */
export function whenAborted(signal: AbortSignal | undefined): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal?.aborted) return void resolve(signal.reason);
    signal?.addEventListener('abort', () => resolve(signal.reason), { once: true });
    return undefined;
  });
}
