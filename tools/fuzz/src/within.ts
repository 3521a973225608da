/** How long one step may take, in milliseconds: what takes longer hangs. */
export const STEP_TIMEOUT_MS = 10_000;

/** Waits for a step, and fails with its name when it does not end. */
export async function within<Value>(step: string, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${step} did not end in ${STEP_TIMEOUT_MS} ms.`)), STEP_TIMEOUT_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits, turn by turn, until something is true. */
export async function until(step: string, isTrue: () => boolean): Promise<void> {
  const dueAt = Date.now() + STEP_TIMEOUT_MS;
  while (!isTrue()) {
    if (Date.now() > dueAt) throw new Error(`${step} did not come true in ${STEP_TIMEOUT_MS} ms.`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
