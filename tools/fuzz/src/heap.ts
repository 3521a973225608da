/** What the heap may grow by over a run whose tables are empty again, in bytes. */
const MAX_GROWTH_BYTES = 16 * 1024 * 1024;

/** The heap in use after what is unreachable has been collected; undefined without `--expose-gc`. */
export async function measureHeap(): Promise<number | undefined> {
  const { gc } = globalThis;
  if (gc === undefined) return undefined;
  // What a finalizer or a closing socket lets go of is collected by the second round.
  for (let round = 0; round < 2; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    gc();
  }
  return process.memoryUsage().heapUsed;
}

/** Fails when the heap has grown. */
export function assertNoGrowth(what: string, before: number | undefined, after: number | undefined): void {
  if (before === undefined || after === undefined || after - before <= MAX_GROWTH_BYTES) return;
  throw new Error(`${what}: the heap grew from ${before} to ${after} bytes.`);
}
