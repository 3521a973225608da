// Made from contract.json by @trunkline/codegen. Do not edit.
export {
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
