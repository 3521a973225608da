import type {
  AnyTRPCClientTypes,
  AnyTRPCProcedure,
  AnyTRPCRouter,
  inferProcedureInput,
  inferTRPCClientTypes,
  inferTransformedProcedureOutput,
  TRPCRouterRecord,
} from '@trpc/server';
import type { ConnectionParams } from '@trunkline/protocol';
import type { CallOptions, ClientTransformer, CloseOptions } from '../client-options.js';
import type { ConnectionState } from '../connection/connection-state.js';
import type { CallbackOptions, IterationOptions, Unsubscribable } from '../subscribe.js';
import type { TunableIterator } from '../subscriptions/pace.js';
import type { SubscriptionItem } from '../subscriptions/subscription-iterator.js';

/** Any tRPC router. */
export type AnyRouter = AnyTRPCRouter;

/** A client of a router: its procedures by path, and the connection's own methods at the top. */
export type TrunklineClient<TRouter extends AnyTRPCRouter> = ClientMethods &
  RecordClient<inferTRPCClientTypes<TRouter>, TRouter['_def']['record']>;

/** What a client does beside calling procedures. A procedure or namespace of the same name stays reachable. */
export interface ClientMethods {
  /** What the connection is doing now. */
  state(): ConnectionState;
  /** Calls the listener with each new state. Returns what stops it. */
  onStateChange(listener: (state: ConnectionState) => void): () => void;
  /** Connects now. Rejects when this attempt fails; a client that something needs goes on trying. */
  connect(): Promise<void>;
  /**
   * Brings new credentials to the server on the connection that stands: those given, else what `connectionParams` says
   * now. Given ones also stand for later connections, unless `connectionParams` is a function. Rejects with the server's
   * no, after which the old ones go on. Without a connection the next one brings them; under `stock()` a new connection does.
   */
  authenticate(params?: ConnectionParams): Promise<void>;
  /** Ends subscriptions, waits for calls under way, and closes. What is called afterwards fails as not sent. */
  close(options?: CloseOptions): Promise<void>;
}

/** The transformer: demanded where the router has one, refused where it has none. */
export type TransformerOption<TRouter extends AnyTRPCRouter> = inferTRPCClientTypes<TRouter>['transformer'] extends true
  ? {
      /** The same transformer as the router's. */
      readonly transformer: ClientTransformer;
    }
  : {
      /** The router has no transformer, so the client must not have one. */
      readonly transformer?: never;
    };

type RecordClient<TRoot extends AnyTRPCClientTypes, TRecord extends TRPCRouterRecord> = {
  readonly [TKey in keyof TRecord]: TRecord[TKey] extends infer TValue
    ? TValue extends AnyTRPCProcedure
      ? ProcedureClient<
          TValue['_def']['type'],
          inferProcedureInput<TValue>,
          inferTransformedProcedureOutput<TRoot, TValue>
        >
      : TValue extends TRPCRouterRecord
        ? RecordClient<TRoot, TValue>
        : never
    : never;
};

type ProcedureClient<TKind, TInput, TOutput> = TKind extends 'query'
  ? { query(input: TInput, options?: CallOptions): Promise<TOutput> }
  : TKind extends 'mutation'
    ? { mutate(input: TInput, options?: CallOptions): Promise<TOutput> }
    : { readonly subscribe: Subscribe<TInput, EventOf<TOutput>> };

interface Subscribe<TInput, TEvent> {
  (
    input: TInput,
    options: CallbackOptions<TEvent> & {
      readonly onData: (event: TEvent, info?: { readonly conflated: number }) => void;
    },
  ): Unsubscribable;
  (input: TInput, options: IterationOptions & { readonly status: true }): TunableIterator<SubscriptionItem<TEvent>>;
  (input: TInput, options?: IterationOptions & { readonly status?: false }): TunableIterator<TEvent>;
}

// A procedure that returns an observable has the observable's value as its output.
type EventOf<TOutput> = TOutput extends AsyncIterable<infer TEvent> ? TEvent : TOutput;
