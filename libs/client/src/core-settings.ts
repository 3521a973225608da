import type { ConnectionSettings } from './connection/connection-settings.js';

/** What a core is made with. */
export interface CoreSettings extends ConnectionSettings {
  readonly maxQueuedCalls: number;
  readonly maxQueuedMs: number;
  /** The deadline of a call that names none; 0 for none. */
  readonly timeoutMs: number;
  readonly traceparent: (() => string | undefined) | undefined;
  readonly isLazy: boolean;
  readonly idleCloseMs: number;
  readonly retryAfterRefresh: boolean;
  readonly report: (thrown: unknown) => void;
}
