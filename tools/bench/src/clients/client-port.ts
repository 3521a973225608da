/** Where and how a variant's client connects. */
export interface ConnectSettings {
  /** Host and port of the server, such as `127.0.0.1:4000`. */
  readonly address: string;
  /** The same, asked again for each connection, for clients that find another server when the first one leaves. */
  readonly currentAddress: () => string;
  readonly superjson: boolean;
  /** Other times for noticing a silent server than the client's own, where it has such an option. */
  readonly keepAlive: KeepAliveTimes | undefined;
  /** Called when a connection that stood is given up. */
  readonly onLost: () => void;
}

export interface KeepAliveTimes {
  readonly silenceMs: number;
  readonly answerMs: number;
}

export type CallName = 'item' | 'listing' | 'order';
/** Streams of numbered events: those that say nothing of their position, and those that do by `tracked()`. */
export type NumberStreamName = 'numbers' | 'trackedNumbers';
export type StreamName = 'burst' | 'bulk' | 'idle' | NumberStreamName;

/** One connection of a variant's client. */
export interface BenchClient {
  call(name: CallName, input: { readonly id: number }): Promise<unknown>;
  /** Subscribes at once. `ended` settles when the server has ended the stream or refused it. */
  subscribe(
    name: StreamName,
    input: { readonly count: number },
    onEvent: (event: unknown) => void,
  ): { readonly ended: Promise<void> };
  close(): void;
}

/** What each file of this folder exports. */
export interface ClientModule {
  /** Settles when the connection is ready for calls. */
  readonly connect: (settings: ConnectSettings) => Promise<BenchClient>;
}
