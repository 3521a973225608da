import { setTimeout as delay } from 'node:timers/promises';

/** The heap in use after what is unreachable has been collected; undefined without `--expose-gc`. */
export async function measureHeap(): Promise<number | undefined> {
  const { gc } = globalThis;
  if (gc === undefined) return undefined;
  // What a finalizer or a closing socket lets go of is collected by the second round.
  for (let round = 0; round < 2; round += 1) {
    await delay(50);
    gc();
  }
  return process.memoryUsage().heapUsed;
}
