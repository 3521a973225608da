// Made from contract.json by @trunkline/codegen. Do not edit.
export {
  type CallOptions,
  type CallOutcome,
  type ConnectionState,
  type Gap,
  GapError,
  isErrorOf,
  isUpgradeRequired,
  TrunklineError,
  type UpgradeRequired,
} from '@trunkline/client/generated';
export * from './client.js';
export * from './types.js';
