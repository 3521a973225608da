// For whoever calls a router.

export type { BackOff, Clock, ConnectionParams, DataTransformer, GapReason, Resumed } from '@trunkline/protocol';
export type { CallOptions, ClientOptions, ClientTransformer, CloseOptions } from './client-options.js';
export type { ConnectionState } from './connection/connection-state.js';
export type { KeepAlive } from './connection/liveness.js';
// For whoever brings a socket or a clock of their own.
export type { WebSocketConstructor, WebSocketLike } from './connection/socket-port.js';
export { createClient } from './create-client.js';
export type { Dialect } from './dialect/dialect.js';
export { stock } from './dialect/stock.js';
export { trunkline } from './dialect/trunkline.js';
export { type Gap, GapError } from './errors/gap-error.js';
export { LOCAL_CODES, type LocalCode } from './errors/local-code.js';
export { type CallOutcome, TrunklineError } from './errors/trunkline-error.js';
export type { ClientMethods } from './proxy/client-methods.js';
export type { TransformerOption, TrunklineClient } from './proxy/typed-client.js';
export type { CallbackOptions, IterationOptions, Unsubscribable } from './subscribe.js';
export type { SubscriptionCallbacks } from './subscriptions/callback-consumer.js';
export type { Pace, Tunable, TunableIterator } from './subscriptions/pace.js';
export type { Resumption } from './subscriptions/resumption.js';
export type { SubscriptionItem } from './subscriptions/subscription-iterator.js';
