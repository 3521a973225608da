// For pages that show what is live.

export { useConnection } from './connection/use-connection.js';
export { type Fold, type Folding, latest, type TableOptions, tableBy, windowOf } from './live/fold.js';
export type { LiveSource } from './live/live-source.js';
export type { Live, LiveStatus } from './live/live-store.js';
export { type LiveOptions, useLive } from './live/use-live.js';
