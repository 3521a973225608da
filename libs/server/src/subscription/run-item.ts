import type { GapReason } from '@trunkline/protocol';
import type { ErrorReport } from '../router/error-report.js';

/**
 * What a run has told, in order. Every item has the number of the last event that it stands for: an event that others
 * were merged into, and a gap that counts what is missing, stand for several, so no number is ever left out in silence.
 */
export type RunItem = EventItem | GapItem | EndItem;

export interface EventItem {
  readonly kind: 'event';
  readonly number: number;
  readonly cursor: string;
  /** JSON text; undefined when there is nothing to send. */
  readonly data: string | undefined;
  /** The id that the procedure gave with `tracked()`. */
  readonly trackedId: string | undefined;
  /** How many events were merged into this one, without itself. */
  readonly conflated: number;
}

export interface GapItem {
  readonly kind: 'gap';
  readonly number: number;
  readonly cursor: string;
  readonly reason: GapReason;
  readonly dropped: number | undefined;
}

export interface EndItem {
  readonly kind: 'end';
  readonly number: number;
  readonly cursor: string;
  /** Why it ended early; undefined when the procedure was done. */
  readonly report: ErrorReport | undefined;
}
