import { HEADER } from './typescript-plan.js';

/** `index.ts`: all that a user of the package imports, but for entries of their own. */
export function printIndex(): string {
  return `${HEADER}export {
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
`;
}

/** `tanstack.ts`: factories of options for TanStack Query. */
export function printTanstack(): string {
  return `${HEADER}export {
  keyOf,
  type LiveOptions,
  liveOptions,
  type MutationOptions,
  mutationOptions,
  type QueryKey,
  type QueryOptions,
  queryOptions,
  type Reduction,
} from '@trunkline/client/generated/tanstack';
`;
}
