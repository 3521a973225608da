/** What every client of the matrix can do, in words that none of them owns. */
export interface InteropClient {
  query(path: string, input?: unknown, options?: InteropCallOptions): Promise<unknown>;
  mutate(path: string, input?: unknown, options?: InteropCallOptions): Promise<unknown>;
  subscribe(path: string, input: unknown, callbacks: InteropCallbacks): { unsubscribe(): void };
  /** Whether the client believes that its connection stands. */
  isConnected(): boolean;
  /** Closes as its user would. */
  close(): Promise<void>;
  /** Ends at once whatever is still under way. */
  stop(): Promise<void>;
}

export interface InteropCallOptions {
  readonly signal?: AbortSignal;
}

export interface InteropCallbacks {
  readonly onData?: (event: unknown) => void;
  readonly onError?: (error: unknown) => void;
  readonly onStarted?: () => void;
  readonly onComplete?: () => void;
  readonly onGap?: (reason: string) => void;
}

/** With what a client of the matrix is made. */
export interface InteropClientOptions {
  readonly url: string;
  readonly connectionParams?: Readonly<Record<string, string>> | undefined;
  readonly lazy?: boolean | undefined;
  /** What a client of ours calls with what it caught from the code around it. */
  readonly onCallbackError?: ((thrown: unknown) => void) | undefined;
}
