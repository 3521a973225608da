import { once } from 'node:events';

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

/** Settles with the reason of the signal when it aborts. */
export async function whenAborted(signal: AbortSignal | undefined): Promise<unknown> {
  if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
  return signal?.reason;
}
