/**
 * What one peer may ask of a server. Every limit is on by default, is an option of the server, and is told to native
 * clients in the answer to `rpc.hello`. On entry they are looked at in this order: size, depth, form, rate, count.
 */
export interface Limits {
  /** Bytes of one message. A longer one closes the socket with 1009. Threat: memory. @default 1048576 */
  readonly maxMessageBytes: number;
  /** Levels of arrays and objects inside one message. Threat: the stack of whatever walks the value. @default 64 */
  readonly maxDepth: number;
  /** Messages in one batch. Threat: one frame that holds the event loop. @default 1000 */
  readonly maxBatchSize: number;
  /** Queries and mutations running at once on one connection. Threat: memory and CPU. @default 1000 */
  readonly maxCallsInFlight: number;
  /** Subscriptions open at once on one connection. Threat: memory and CPU. @default 1000 */
  readonly maxSubscriptions: number;
  /** Messages kept while the context is being made. Threat: memory before anybody is known. @default 100 */
  readonly maxQueuedBeforeHello: number;
  /**
   * Messages in a second from one connection, each of a batch counted; 0 for no such limit. A procedure that does
   * anything costs more than the 40 µs of CPU that this leaves to each, so one process that serves real procedures does
   * not meet it; a benchmark of empty ones does. Threat: CPU. @default 25000 */
  readonly maxMessagesPerSecond: number;
  /** Messages that may come at once after a pause, beyond that pace. Threat: CPU. @default 50000 */
  readonly maxMessageBurst: number;
}

/** The limits of a server whose options name none. */
export const DEFAULT_LIMITS: Limits = {
  maxMessageBytes: 1024 * 1024,
  maxDepth: 64,
  maxBatchSize: 1000,
  maxCallsInFlight: 1000,
  maxSubscriptions: 1000,
  maxQueuedBeforeHello: 100,
  maxMessagesPerSecond: 25_000,
  maxMessageBurst: 50_000,
};
