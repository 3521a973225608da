import { findItem, itemInput, listItems, streamInput } from './item.js';
import { bulk, burst, idle } from './streams.js';

/** What every server does, handed to those that are not compiled with the rest. */
export const workload = { itemInput, streamInput, findItem, listItems, burst, bulk, idle };

export type Workload = typeof workload;
