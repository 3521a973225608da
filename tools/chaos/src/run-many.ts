import { setTimeout as delay } from 'node:timers/promises';
import { addCounts } from './count-delivery.js';
import { measureHeap } from './heap.js';
import { type ChaosReport, type ChaosRun, runChaos } from './run-chaos.js';

/** Which runs, and where to tell of them. */
export interface ManyRuns {
  readonly firstSeed: number;
  /** The seeds are the first one and those that follow it. */
  readonly runCount: number;
  readonly only: readonly string[];
  readonly tell: (line: string) => void;
}

/** Runs at once: most of a run is waiting. */
const PARALLEL_COUNT = 4;

/** A run that takes longer hangs, in milliseconds. */
const MAX_RUN_MS = 30_000;

/** The heap is compared once this many runs have filled what is filled once. */
const WARM_UP_COUNT = 12;

/** What the heap may be larger at the end than after the warm-up, in bytes. */
const MAX_GROWTH_BYTES = 16 * 1024 * 1024;

/** Runs many. @returns whether all promises were kept, no rejection was unhandled, and the memory came back. */
export async function runMany({ firstSeed, runCount, only, tell }: ManyRuns): Promise<boolean> {
  const problems: string[] = [];
  const onAccident = (thrown: unknown): void => void problems.push(`unhandled: ${describe(thrown)}`);
  process.on('unhandledRejection', onAccident);
  process.on('uncaughtException', onAccident);
  const reports: ChaosReport[] = [];
  const startedAt = Date.now();
  const runSeeds = async (from: number, to: number): Promise<void> => {
    let next = from;
    const work = async (): Promise<void> => {
      while (next < to) {
        const seed = firstSeed + next;
        next += 1;
        const outcome = await runInTime({ seed, only });
        const lines = typeof outcome === 'string' ? [outcome] : describeViolations(outcome);
        problems.push(...lines);
        for (const line of lines) tell(line);
        if (typeof outcome !== 'string') reports.push(outcome);
        if (reports.length % 20 === 0) tell(`chaos: ${reports.length} of ${runCount}`);
      }
    };
    await Promise.all(Array.from({ length: PARALLEL_COUNT }, work));
  };
  tell(`chaos: ${runCount} runs from seed ${firstSeed}`);
  const warmUpCount = Math.min(WARM_UP_COUNT, runCount);
  await runSeeds(0, warmUpCount);
  const before = await measureHeap();
  await runSeeds(warmUpCount, runCount);
  const after = await measureHeap();
  process.off('unhandledRejection', onAccident);
  process.off('uncaughtException', onAccident);
  const growth = before === undefined || after === undefined ? 0 : after - before;
  if (growth > MAX_GROWTH_BYTES) problems.push(`the heap grew by ${growth} bytes; ${MAX_GROWTH_BYTES} are allowed.`);
  for (const problem of problems.filter((each) => !each.startsWith('seed '))) tell(`chaos: ${problem}`);
  tell(`chaos: ${summarize(reports)}, heap ${before === undefined ? 'not measured' : `${growth >> 10} KiB more`}`);
  tell(`chaos: ${problems.length} problems in ${(Date.now() - startedAt) / 1000} s`);
  return problems.length === 0;
}

/** A run, or the sentence that says why there is none. */
async function runInTime(run: ChaosRun): Promise<ChaosReport | string> {
  const late = new AbortController();
  const name = `seed ${run.seed}: npm run chaos -- --seed ${run.seed}`;
  try {
    const deadline = delay(MAX_RUN_MS, `${name} did not end in ${MAX_RUN_MS} ms.`, { signal: late.signal });
    deadline.catch(() => undefined);
    return await Promise.race([runChaos(run), deadline]);
  } catch (thrown) {
    return `${name} broke: ${describe(thrown)}`;
  } finally {
    late.abort();
  }
}

function describeViolations({ seed, violations, plan }: ChaosReport): readonly string[] {
  if (violations.length === 0) return [];
  const faults = plan.map((planned) => `${planned.fault}${planned.on === 'client' ? ` on ${planned.client}` : ''}`);
  return [
    `seed ${seed}: ${violations.length} violations behind ${faults.join(', ')}; npm run chaos -- --seed ${seed}`,
    ...violations.slice(0, 10).map(({ kind, sentence }) => `seed ${seed}: ${kind}: ${sentence}`),
  ];
}

function summarize(reports: readonly ChaosReport[]): string {
  const counts = Object.entries(addCounts(reports.map((report) => report.counts)));
  return counts.map(([name, count]) => `${count} ${name}`).join(', ');
}

function describe(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
