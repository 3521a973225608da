import { setTimeout as delay } from 'node:timers/promises';

/** Collects garbage until finalizers and what they free are gone too. Needs `--expose-gc`. */
export async function collectGarbage(): Promise<void> {
  if (globalThis.gc === undefined) throw new Error('This process was started without --expose-gc.');
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc();
    await delay(20);
  }
}
