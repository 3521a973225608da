import { type Profiler, Session } from 'node:inspector';

/** The code that is fuzzed. */
const OWN_CODE = /\/libs\/(?:protocol|server|client)\/src\/(?!testing\/).*(?<!\.spec(?:-support)?)\.ts$/;

/** The characters of code that something ran, by the address of their file: 1 for each that was reached. */
export type Reached = ReadonlyMap<string, Uint8Array>;

/**
 * Asks V8 itself which code ran (block coverage). It counts from the start of the process on what is compiled after the
 * meter was opened, so it is opened before what it measures is used.
 */
export class CoverageMeter {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** What ran since the last time that this was asked. Takes about a millisecond. */
  take(): Reached {
    const reached = new Map<string, Uint8Array>();
    this.#session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error !== null) throw error;
      for (const script of taken.result) if (OWN_CODE.test(script.url)) reached.set(script.url, paint(script));
    });
    return reached;
  }

  close(): void {
    this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }
}

/** What was reached so far. */
export class CoverageMap {
  readonly #files = new Map<string, Uint8Array>();

  /** How many characters of code were reached. */
  get count(): number {
    return [...this.#files.values()].reduce((sum, file) => sum + countReached(file), 0);
  }

  /** Adds what was reached now, and returns what of it is new; undefined for nothing. */
  add(reached: Reached): Reached | undefined {
    const fresh = new Map<string, Uint8Array>();
    for (const [url, now] of reached) {
      const before = this.#files.get(url) ?? new Uint8Array(0);
      const isNew = now.map((mark, place) => (mark === 1 && before[place] !== 1 ? 1 : 0));
      if (!isNew.includes(1)) continue;
      fresh.set(url, isNew);
      const length = Math.max(before.length, now.length);
      this.#files.set(
        url,
        new Uint8Array(length).map((_mark, place) => ((before[place] ?? 0) | (now[place] ?? 0)) & 1),
      );
    }
    return fresh.size === 0 ? undefined : fresh;
  }
}

// An inner range stands behind the one around it, so what is painted later is the more exact.
function paint({ functions }: Profiler.ScriptCoverage): Uint8Array {
  const ranges = functions.flatMap((each) => each.ranges);
  const marks = new Uint8Array(Math.max(0, ...ranges.map(({ endOffset }) => endOffset)));
  for (const { startOffset, endOffset, count } of ranges) marks.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return marks;
}

function countReached(file: Uint8Array): number {
  return file.reduce((sum, mark) => sum + mark, 0);
}
