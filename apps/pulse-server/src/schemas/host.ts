import * as z from 'zod';
import type { Metrics } from './metrics.js';
import { sampleSchema } from './sample.js';

export const hostIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'A host id is 1 to 64 letters, digits, dots, dashes or underscores.');

/** What a host says about itself; it changes rarely. */
export const hostFactsSchema = z.object({
  id: hostIdSchema,
  name: z.string().min(1).max(128),
  platform: z.string().max(64),
  distribution: z.string().max(128),
  kernel: z.string().max(128),
  architecture: z.string().max(64),
  cpuModel: z.string().max(128),
  coreCount: z.int().min(1).max(1024),
  bootedAt: z.date(),
});
export type HostFacts = z.infer<typeof hostFactsSchema>;

export const hostStatusSchema = z.enum(['live', 'silent']);
export type HostStatus = z.infer<typeof hostStatusSchema>;

export type Host = HostFacts & {
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly status: HostStatus;
  /** From the newest sample; null when its samples have all been pruned. */
  readonly latest: Metrics | null;
};

export const reportInputSchema = z.object({ host: hostFactsSchema, sample: sampleSchema });
export type Report = z.infer<typeof reportInputSchema>;

export const samplesInputSchema = z.object({
  hostId: hostIdSchema,
  /** Where to go on: the id of the last event seen, or the `cursor` of `hosts.history`. Without it: from the newest sample on. */
  lastEventId: z.string().max(128).nullish(),
});

export const maximumPointCount = 2_000;

export const historyInputSchema = z
  .object({
    hostId: hostIdSchema,
    /** @default fifteen minutes before `to` */
    from: z.date().optional(),
    /** @default now */
    to: z.date().optional(),
    /** @default 300 */
    maxPoints: z.int().min(2).max(maximumPointCount).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    message: '`from` must be before `to`.',
    path: ['from'],
  });
export type HistoryInput = z.infer<typeof historyInputSchema>;

/** Averages over one bucket of time, and the peak of what peaks matter for. */
export type HistoryBucket = Metrics & { readonly cpuMaxPercent: number; readonly sampleCount: number };

export type History = {
  /** Where the first bucket begins; bucket `n` covers `bucketMs` from `from + n * bucketMs` on. */
  readonly from: Date;
  readonly bucketMs: number;
  /** Null where no sample came: a hole, to be drawn as one. */
  readonly buckets: readonly (HistoryBucket | null)[];
  /** Give it to `hosts.samples` as `lastEventId` to go on exactly where this history ends. */
  readonly cursor: string;
};
