import type { ConnectionSettings } from './connection/connection-settings.js';
import type { ContractMark } from './generated/contract-mark.js';

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
  /** The contract that a generated client was made from. */
  readonly contract?: ContractMark | undefined;
  readonly report: (thrown: unknown) => void;
}
