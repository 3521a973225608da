import type { StreamName } from './streams.js';

/** What a run tells the process of its server. */
export type ProcessOrder =
  /** Begin to serve; the streams stand here. */
  | {
      readonly type: 'serve';
      readonly folder: string;
      readonly lastNumbers: readonly (readonly [StreamName, number])[];
    }
  | { readonly type: 'advance'; readonly stream: StreamName; readonly number: number }
  | { readonly type: 'revoke'; readonly user: string }
  /** Go, as a deploy lets a server go; `drain` when the next one is there already. */
  | { readonly type: 'leave' | 'drain' };

/** What the process tells the run. */
export type ProcessReport =
  /** It listens to orders. */
  | { readonly type: 'ready' }
  | { readonly type: 'serving'; readonly port: number }
  /** The last that it says: its counts. */
  | { readonly type: 'left'; readonly replayed: number; readonly expired: number; readonly revoked: number };

/** Where a process finds the effects and the store. */
export function filesOf(folder: string): { readonly effects: string; readonly store: string } {
  return { effects: `${folder}/effects.log`, store: `${folder}/store.log` };
}
