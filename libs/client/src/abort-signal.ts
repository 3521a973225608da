import type { Cancel } from '@trunkline/protocol';

/** Runs the action when the signal is aborted, unless it is cancelled before. A signal that is aborted already does nothing. */
export function onAbort(signal: AbortSignal | null | undefined, action: () => void): Cancel {
  signal?.addEventListener('abort', action);
  return () => signal?.removeEventListener('abort', action);
}
