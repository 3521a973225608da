/** The only source of time in this server, so that a spec can hold it still. */
export type Clock = {
  now(): Date;
  /** Calls `action` every `intervalMs` until the returned function is called. Does not keep the process alive. */
  every(intervalMs: number, action: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => new Date(),
  every(intervalMs, action) {
    const timer = setInterval(action, intervalMs);
    timer.unref();
    return () => clearInterval(timer);
  },
};
