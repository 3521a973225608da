import type { CallName, KeepAliveTimes, NumberStreamName, StreamName } from '../clients/client-port.js';
import type { ArrivalsJudgement, Interruption } from '../load/arrivals.js';
import type { DrainResult, DrainTimes, ServerSettings } from '../servers/server-port.js';

/** What a process has used so far. */
export interface Usage {
  /** User and system time of all its threads, in microseconds. */
  readonly cpuMicros: number;
}

/** Bytes of all TCP streams of a server, open and closed, without what TCP and IP add. */
export interface WireBytes {
  readonly received: number;
  readonly sent: number;
}

export interface ServerCommands {
  start(settings: ServerSettings & { readonly moduleUrl: string }): Promise<{ readonly port: number }>;
  usage(): Usage;
  wireBytes(): WireBytes;
  connectionCount(): number;
  /** Collects garbage, then says what is left. */
  heapBytes(): Promise<number>;
  residentBytes(): number;
  /** Begins to watch for the highest resident size. */
  watchPeak(): void;
  /** The highest resident size since `watchPeak`. */
  peakBytes(): number;
  /** Bytes that the generator `bulk` has handed over. */
  yieldedBytes(): number;
  /** Cuts all connections at once, without a word. */
  cutConnections(): { readonly cutAtMs: number };
  /** Leaves in good order, where the variant can. */
  drain(times: DrainTimes): Promise<DrainResult>;
}

/** What a closed loop of calls came to. */
export interface LoadResult {
  readonly callCount: number;
  readonly cpuMicros: number;
  readonly elapsedMs: number;
  /** Latencies in milliseconds; empty unless asked for. */
  readonly latenciesMs: readonly number[];
}

export interface StreamResult {
  readonly eventCount: number;
  readonly cpuMicros: number;
  readonly elapsedMs: number;
}

/** What calls at a steady pace came to. */
export interface SteadyCallsResult {
  readonly callCount: number;
  readonly failedCount: number;
  /** The first that failed, in words. */
  readonly failure: string | undefined;
  /** The longest that a call took which did not fail. */
  readonly longestMs: number;
}

export interface ClientCommands {
  connect(settings: {
    readonly moduleUrl: string;
    readonly address: string;
    readonly superjson: boolean;
    readonly keepAlive: KeepAliveTimes | undefined;
    readonly count: number;
  }): Promise<void>;
  /** Keeps `inFlight` calls under way on each connection for the given time. */
  load(settings: {
    readonly name: CallName;
    readonly inFlight: number;
    readonly durationMs: number;
    readonly recordsLatencies: boolean;
  }): Promise<LoadResult>;
  /** Makes exactly this many calls on the first connection, one after another. */
  callInTurn(settings: { readonly name: CallName; readonly count: number }): Promise<void>;
  /** Reads one stream to its end, on the first connection. */
  readStream(settings: { readonly name: StreamName; readonly count: number }): Promise<StreamResult>;
  /** Opens idle generators on each connection and waits for the first event of each. */
  holdStreams(settings: { readonly perConnection: number }): Promise<void>;
  /** Makes a call each `everyMs` on the first connection, whether or not the last was answered, until `stopProbe`. */
  startProbe(settings: { readonly everyMs: number }): void;
  /** The latencies of the calls that were made before this command, once all are answered. */
  stopProbe(): Promise<readonly number[]>;
  /** Subscribes to `bulk` on the first connection and never reads from the network again. */
  stall(settings: { readonly count: number }): void;
  /** Where the next connections lead. */
  redirect(settings: { readonly address: string }): void;
  /** Keeps one call under way on each connection, until `stopCalls`. */
  startCalls(settings: { readonly name: CallName }): void;
  stopCalls(): Promise<SteadyCallsResult>;
  /** Reads numbered events on each connection, and waits for the first of each. */
  watchNumbers(settings: { readonly name: NumberStreamName }): Promise<void>;
  /** Connections that have not had the newest number since they were interrupted. */
  countBehind(interruption: Interruption): number;
  judgeNumbers(interruption: Interruption): readonly ArrivalsJudgement[];
  /** When a connection that stood was last given up, in milliseconds since the epoch; undefined if none was. */
  lostAtMs(): number | undefined;
  disconnect(): Promise<void>;
}
