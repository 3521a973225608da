/** How far apart numbers are. */
export const paceMs = 100;

/** The newest number at a time since the epoch: one more each tenth of a second, the same in all processes. */
export function numberAt(timeMs: number): number {
  return Math.floor(timeMs / paceMs);
}

/** Yields every number behind the given one, each when its time has come, and at once those that are due already. */
export async function* numbers(
  signal: AbortSignal | undefined,
  after = numberAt(Date.now()),
): AsyncGenerator<number, void> {
  for (let number = after; ; ) {
    if (signal?.aborted === true) return;
    if (number < numberAt(Date.now())) yield (number += 1);
    else await nextNumber();
  }
}

let coming: Promise<void> | undefined;

/** One timer for all who wait. */
function nextNumber(): Promise<void> {
  coming ??= new Promise((resolve) => {
    setTimeout(
      () => {
        coming = undefined;
        resolve();
      },
      paceMs - (Date.now() % paceMs),
    );
  });
  return coming;
}
