import type {
  AnyTRPCClientTypes,
  AnyTRPCProcedure,
  AnyTRPCRouter,
  inferProcedureInput,
  inferTRPCClientTypes,
  inferTransformedProcedureOutput,
  TRPCRouterRecord,
} from '@trpc/server';
import type { CallOptions, ClientTransformer } from '../client-options.js';
import type { ClientMethods } from './client-methods.js';
import type { Subscribe } from './subscribe-method.js';

/** Any tRPC router. */
export type AnyRouter = AnyTRPCRouter;

/** A client of a router: its procedures by path, and the connection's own methods at the top. */
export type TrunklineClient<TRouter extends AnyTRPCRouter> = ClientMethods &
  RecordClient<inferTRPCClientTypes<TRouter>, TRouter['_def']['record']>;

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

// A procedure that returns an observable has the observable's value as its output.
type EventOf<TOutput> = TOutput extends AsyncIterable<infer TEvent> ? TEvent : TOutput;
