/**
 * Waits until something that real sockets bring about is so. Fails after three seconds with the condition in its message,
 * so that a test whose wait is in vain still ends.
 */
export async function until(isSo: () => boolean): Promise<void> {
  const limit = AbortSignal.timeout(3000);
  while (!isSo()) {
    if (limit.aborted) throw new Error(`It never came about: ${String(isSo)}`);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
