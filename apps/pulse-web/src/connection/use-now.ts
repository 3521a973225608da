import { useSyncExternalStore } from 'react';

/** The time in epoch milliseconds, in steps of one second. All users share one timer, which rests while nobody asks. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function read(): number {
  // While nobody is subscribed the kept time is stale, and a first drawing must not show it.
  if (timer === undefined) now = Math.floor(Date.now() / 1000) * 1000;
  return now;
}
