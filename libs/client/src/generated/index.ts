// For generated clients, and for whoever uses one. Nothing here names a type of tRPC.

export type { UpgradeRequired } from '@trunkline/protocol';
export type { CallOptions, ClientTransformer, CloseOptions } from '../client-options.js';
export type { ConnectionState } from '../connection/connection-state.js';
export { type Gap, GapError } from '../errors/gap-error.js';
export { type CallOutcome, TrunklineError } from '../errors/trunkline-error.js';
export type { ClientMethods } from '../proxy/client-methods.js';
export type { CallbackOptions, IterationOptions, Unsubscribable } from '../subscribe.js';
export type { TunableIterator } from '../subscriptions/pace.js';
export type { SubscriptionItem } from '../subscriptions/subscription-iterator.js';
export type { Brand } from './brand.js';
export type { ContractMark } from './contract-mark.js';
export { createGeneratedClient } from './create-generated-client.js';
export type { ContractClientOptions as ClientOptions, GeneratedClientOptions } from './generated-client-options.js';
export { isErrorOf } from './is-error-of.js';
export { isUpgradeRequired, type UpgradeRequiredError } from './is-upgrade-required.js';
export type { ProcedureError, StandardErrorData } from './procedure-error.js';
export type { Mutation, Procedure, Query, Subscription } from './procedures.js';
export { type PackedShapes, readShapes } from './read-shapes.js';
