// Serves a tRPC router over WebSockets.

export { DEFAULT_LIMITS, type Limits } from '@trunkline/protocol';
export type { OriginPolicy } from './admission/origin.js';
export type { AddressOf } from './admission/peer-address.js';
// For other libraries and for tests of time.
export { type ServerClock, systemClock } from './clock.js';
export type { OutboxLimits } from './connection/outbox.js';
export type { Compatibility, ContractOptions } from './contract/contract-options.js';
export { createServer } from './create-server.js';
export type { Claim, ClaimedKey, ClaimRequest, IdempotencyStore } from './idempotency/idempotency-store.js';
export { createMemoryIdempotencyStore } from './idempotency/memory-idempotency-store.js';
export type { MemoryStoreOptions } from './idempotency/memory-store-options.js';
export type { MutationLimits } from './idempotency/mutation-limits.js';
export type { MutationPolicy, Recovered } from './idempotency/mutation-policy.js';
export type { DrainReport } from './lifecycle/drain.js';
export type { DrainOptions } from './lifecycle/drain-plan.js';
export { type CallInfo, callInfo } from './observation/call-info.js';
export type { LogFields, Logger } from './observation/logger.js';
export type {
  CallNotice,
  ConnectionClosed,
  ConnectionInfo,
  ConnectionNotice,
  ConnectionOpened,
  ConnectionReady,
  ConnectionRefused,
  GapNotice,
  SubscriptionEnded,
  SubscriptionInfo,
  SubscriptionNotice,
  SubscriptionOpened,
  UpgradeRefused,
} from './observation/notices.js';
export type { Hook, ObservationOptions } from './observation/observation-options.js';
export type { ByDialect, HeldNow, ServerStats } from './observation/server-stats.js';
export type { ServerOptions } from './options.js';
export type { AuthorityOptions } from './router/authority-options.js';
export type { CreateContext, CreateContextOptions } from './router/context-options.js';
export type { ErrorNotice, OnError } from './router/error-reporter.js';
export type { TrunklineMeta, TrunklinePolicies } from './router/procedure-meta.js';
export { type ServeOptions, type Serving, serve } from './serve.js';
export type { AcceptSocket, AttachTarget, Detach } from './sockets/upgrader.js';
export type { Revalidation } from './subscription/revalidate-subscriptions.js';
export { DEFAULT_RESUME_LIMITS, type ResumeLimits } from './subscription/run-shelf.js';
export type { KeepPolicy, OverflowPolicy, SubscriptionPolicy } from './subscription/subscription-policy.js';
export type { AttachOptions, CloseOptions, TrunklineServer } from './trunkline-server.js';
