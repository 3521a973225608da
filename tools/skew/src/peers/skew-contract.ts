// Clients that were not generated, as older ones are, say nothing of it; servers that know no contracts pass over it.

/** What a generated client would be held to. */
export const SKEW_CONTRACT = {
  trunkline: 1,
  contract: 'served',
  procedures: { add: ['add002', 'add001'], count: ['count2', 'count1'], echo: ['echo01'] },
} as const;

/** What a client was generated from, before `add` and `count` changed without harm. */
export const OLDER_CONTRACT = {
  hash: 'older',
  shapes: { add: 'add001', count: 'count1', echo: 'echo01' },
} as const;
