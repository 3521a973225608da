import type { Cancel } from '@trunkline/protocol';

/** Calls the listener when waiting makes no sense any more: the network came back, or a page became visible. */
export function watchWakeSignals(listener: () => void): Cancel {
  if (typeof document === 'undefined') return () => undefined;
  const onVisibility = (): void => {
    if (document.visibilityState === 'visible') listener();
  };
  globalThis.addEventListener('online', listener);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    globalThis.removeEventListener('online', listener);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
