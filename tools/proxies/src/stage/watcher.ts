import type { Gap } from '@trunkline/client';

/** What came of one subscription, and a way to wait for it. */
export class Watcher {
  readonly totals: number[] = [];
  readonly gaps: string[] = [];
  startCount = 0;
  #failure: Error | undefined;

  readonly callbacks = {
    onStarted: (): void => void (this.startCount += 1),
    onGap: ({ reason }: Gap): void => void this.gaps.push(reason),
    onError: (error: Error): void => void (this.#failure = error),
  };

  /** Waits until so many events are there. */
  async saw(count: number): Promise<readonly number[]> {
    await until(`${count} events`, () => this.#check(this.totals.length >= count));
    return this.totals;
  }

  /** Waits until the server has begun to serve it so many times. */
  async started(count: number): Promise<void> {
    await until(`${count} beginnings`, () => this.#check(this.startCount >= count));
  }

  #check(isSo: boolean): boolean {
    if (this.#failure !== undefined) throw this.#failure;
    return isSo;
  }
}

/** Waits for something that other processes bring about. Fails with its name after ten seconds. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const limit = AbortSignal.timeout(10_000);
  while (!(await isSo())) {
    if (limit.aborted) throw new Error(`It did not come about in 10 s: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
