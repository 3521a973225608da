/** The only source of time in this agent, so that a spec can hold it still. */
export type Clock = {
  now(): Date;
  /**
   * Calls `action` at every multiple of `intervalMs`, so that lateness never adds up, until the returned function is
   * called. A call that would come before the last one has settled is left out.
   */
  everyWhole(intervalMs: number, action: () => Promise<void>): () => void;
};

export const systemClock: Clock = {
  now: () => new Date(),
  everyWhole(intervalMs, action) {
    let timer: NodeJS.Timeout | null = null;
    let isStopped = false;
    const plan = () => {
      if (!isStopped) timer = setTimeout(() => void action().finally(plan), intervalMs - (Date.now() % intervalMs));
    };
    plan();
    return () => {
      isStopped = true;
      if (timer) clearTimeout(timer);
    };
  },
};
