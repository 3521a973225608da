import type { Cancel } from '@trunkline/protocol';

/** What happens to the page that a client lives in. Nowhere else does any of it happen. */
export interface PageSignals {
  /** The network came back, or the page became visible: what was waited for may be there. */
  woken(): void;
  /** The page goes into the back/forward cache, which no open socket survives. */
  putAside(): void;
}

/** Tells of the page until it is cancelled. */
export function watchPage(signals: PageSignals): Cancel {
  if (typeof document === 'undefined') return () => undefined;
  const page = new AbortController();
  const { signal } = page;
  const onVisibility = (): void => {
    if (document.visibilityState === 'visible') signals.woken();
  };
  globalThis.addEventListener('online', () => signals.woken(), { signal });
  globalThis.addEventListener('pagehide', ({ persisted }) => persisted && signals.putAside(), { signal });
  document.addEventListener('visibilitychange', onVisibility, { signal });
  return () => page.abort();
}
