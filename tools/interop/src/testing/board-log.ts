/** What the procedures of one spec's router did. */
export class BoardLog {
  readonly notes: string[] = ['first'];
  readonly resumedAt: (string | undefined)[] = [];
  /** Subscriptions that run. */
  liveCount = 0;
  #wake: (() => void) | undefined;

  /** Waits until nobody wants the subscription any more. */
  async waitForAbort(signal: AbortSignal | undefined): Promise<void> {
    this.liveCount += 1;
    await new Promise<void>((resolve) => {
      if (signal?.aborted === true) resolve();
      signal?.addEventListener('abort', () => resolve());
    });
    this.liveCount -= 1;
  }

  /** Waits until the spec says so. */
  async waitForFinish(): Promise<void> {
    this.liveCount += 1;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.liveCount -= 1;
  }

  finish(): void {
    this.#wake?.();
  }
}
