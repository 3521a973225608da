import type { BenchClient } from './client-port.js';

interface Call {
  query(input: { readonly id: number }): Promise<unknown>;
}

interface Mutation {
  mutate(input: { readonly id: number }): Promise<unknown>;
}

interface Callbacks {
  readonly onData: (event: unknown) => void;
  readonly onError: (error: unknown) => void;
  readonly onComplete: () => void;
}

interface Stream {
  subscribe(input: { readonly count: number }, callbacks: Callbacks): unknown;
}

/** What every client of the benchmark's routers looks like, tRPC's and ours. */
export interface BenchProcedures {
  readonly item: Call;
  readonly listing: Call;
  readonly order: Mutation;
  readonly burst: Stream;
  readonly bulk: Stream;
  readonly idle: Stream;
  readonly numbers: Stream;
  readonly trackedNumbers: Stream;
}

/** Drives a typed client by the benchmark's port. */
export function toBenchClient(procedures: BenchProcedures, close: () => void): BenchClient {
  // The properties are read per call, because making the path is part of what a typed client costs.
  return {
    call: (name, input) => (name === 'order' ? procedures.order.mutate(input) : procedures[name].query(input)),
    subscribe: (name, input, onEvent) => ({
      ended: new Promise((resolve, reject) => {
        procedures[name].subscribe(input, { onData: onEvent, onError: reject, onComplete: resolve });
      }),
    }),
    close,
  };
}
