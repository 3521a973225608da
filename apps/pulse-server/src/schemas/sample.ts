import * as z from 'zod';

const percent = z.number().min(0).max(100);
const byteCount = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
const bytesPerSecond = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
const shortText = z.string().max(256);

/** One mounted file system. */
export const diskSchema = z.object({
  mount: shortText,
  fileSystem: shortText,
  totalBytes: byteCount,
  usedBytes: byteCount,
  /** What may still be written; less than total without used where the system keeps a reserve. */
  availableBytes: byteCount,
});
export type Disk = z.infer<typeof diskSchema>;

/** The traffic of one network interface since the sample before. */
export const networkSchema = z.object({
  name: shortText,
  receivedBytesPerSecond: bytesPerSecond,
  sentBytesPerSecond: bytesPerSecond,
});
export type Network = z.infer<typeof networkSchema>;

/** One busy process. Its arguments are left out on purpose, because people put passwords there. */
export const processSchema = z.object({
  pid: z.int().min(0),
  name: shortText,
  user: shortText,
  /** Share of the whole machine, all cores together. */
  cpuPercent: percent,
  memoryBytes: byteCount,
});
export type Process = z.infer<typeof processSchema>;

/** What a host measured at one moment. The arrays are bounded, so that no agent can fill the database with one report. */
export const sampleSchema = z.object({
  /** By the clock of the host. A host has at most one sample for one moment. */
  takenAt: z.date(),
  cpu: z.object({ totalPercent: percent, perCorePercent: z.array(percent).max(1024) }),
  memory: z.object({
    totalBytes: byteCount,
    usedBytes: byteCount,
    swapTotalBytes: byteCount,
    swapUsedBytes: byteCount,
  }),
  disks: z.array(diskSchema).max(64),
  networks: z.array(networkSchema).max(64),
  /** Runnable processes, averaged; zeros where the platform has no such number (Windows). */
  load: z.object({
    oneMinute: z.number().min(0),
    fiveMinutes: z.number().min(0),
    fifteenMinutes: z.number().min(0),
  }),
  /** The busiest first. */
  processes: z.array(processSchema).max(20),
});
export type Sample = z.infer<typeof sampleSchema>;

/** A sample as the server keeps it. `id` grows with every sample that is stored, on any host, and is never used again. */
export type StoredSample = Sample & { readonly id: number };
