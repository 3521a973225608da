// For TanStack Query, of which nothing is imported: what these functions give is what its hooks and methods take.

export { type LiveContext, type LiveOptions, liveOptions, type Reduction } from './live-options.js';
export { keyOf, type QueryKey } from './query-key.js';
export { type MutationOptions, mutationOptions, type QueryOptions, queryOptions } from './query-options.js';
