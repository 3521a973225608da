// Serves a tRPC router over WebSockets.

export { DEFAULT_LIMITS, type Limits } from '@trunkline/protocol';
export type { AddressOf } from './admission/peer-address.js';
export type { OriginPolicy } from './admission/origin.js';
// For other libraries and for tests of time.
export { type ServerClock, systemClock } from './clock.js';
export type { OutboxLimits } from './connection/outbox.js';
export { type AttachOptions, type CloseOptions, createServer, type TrunklineServer } from './create-server.js';
export type { ServerOptions } from './options.js';
export type { CreateContext, CreateContextOptions } from './router/context-options.js';
export type { ErrorNotice, OnError } from './router/error-reporter.js';
export { type ServeOptions, type Serving, serve } from './serve.js';
export type { AcceptSocket, AttachTarget, Detach } from './sockets/upgrader.js';
