/** What the procedures of one spec's router did. */
export class InteropLog {
  readonly added: number[] = [];
  readonly resumedAt: (string | undefined)[] = [];
  readonly errors: { readonly message: string; readonly isTRPCError: boolean }[] = [];
  contextCount = 0;
  /** How many procedures have begun that wait for `finish`, or for their end. */
  waitingCount = 0;
  /** How many subscriptions have seen their signal abort. */
  abortedCount = 0;
  readonly #waiting = new Set<() => void>();

  /** Waits until the spec says so. */
  async waitForFinish(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#waiting.add(resolve);
      this.waitingCount += 1;
    });
  }

  /** Lets every procedure that waits go on. */
  finish(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  /** Waits until nobody wants the subscription any more. */
  async waitForAbort(signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      if (signal?.aborted === true) resolve();
      signal?.addEventListener('abort', () => resolve());
      this.waitingCount += 1;
    });
    this.abortedCount += 1;
  }
}
