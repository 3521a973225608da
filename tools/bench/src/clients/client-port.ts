/** Where and how a variant's client connects. */
export interface ConnectSettings {
  /** Host and port of the server, such as `127.0.0.1:4000`. */
  readonly address: string;
  readonly superjson: boolean;
}

export type CallName = 'item' | 'listing';
export type StreamName = 'burst' | 'bulk' | 'idle';

/** One connection of a variant's client. */
export interface BenchClient {
  call(name: CallName, input: { readonly id: number }): Promise<unknown>;
  /** Subscribes at once. `ended` settles when the server has ended the stream or refused it. */
  subscribe(
    name: StreamName,
    input: { readonly count: number },
    onEvent: () => void,
  ): { readonly ended: Promise<void> };
  close(): void;
}

/** What each file of this folder exports. */
export interface ClientModule {
  /** Settles when the connection is ready for calls. */
  readonly connect: (settings: ConnectSettings) => Promise<BenchClient>;
}
