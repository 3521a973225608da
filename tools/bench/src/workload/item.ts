import * as z from 'zod';

/** What every variant validates before it answers `item`, `listing` or a subscription. */
export const itemInput = z.object({ id: z.number().int().nonnegative() });
export const streamInput = z.object({ count: z.number().int().nonnegative() });
/** With the place where tRPC puts the last tracked id. */
export const numbersInput = streamInput.extend({ lastEventId: z.coerce.number().int().optional() });

export interface Item {
  readonly id: number;
  readonly name: string;
  readonly priceCents: number;
  readonly isInStock: boolean;
  readonly tags: readonly string[];
  readonly updatedAt: string;
}

/** About 120 bytes of JSON: the answer of a small call. It is made anew, as an answer from a store would be. */
export function findItem(id: number): Item {
  return {
    id,
    name: `Item number ${id}`,
    priceCents: 1250 + (id % 1000),
    isInStock: id % 3 !== 0,
    tags: ['new', 'on sale'],
    updatedAt: '2026-01-15T09:30:00.000Z',
  };
}

const listedCount = 40;

/** About 5 KB of JSON, which is more than the kilobyte from which `ws` compresses. */
export function listItems(firstId: number): readonly Item[] {
  return Array.from({ length: listedCount }, (_, index) => findItem(firstId + index));
}
