import type { CallOptions } from '../client-options.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import type { Subscribe } from '../proxy/subscribe-method.js';
import type { ProcedureError } from './procedure-error.js';

/** What every procedure of a generated client has, whatever its kind. */
export interface Procedure<TError extends TrunklineError = TrunklineError> {
  /** The path, such as `orders.byId`, as errors say it. */
  path(): string;
  /** Never there; it holds the type of the errors. */
  readonly '~error'?: TError;
}

/** A procedure that reads. */
export interface Query<TInput, TOutput, TError extends TrunklineError = ProcedureError> extends Procedure<TError> {
  /** Calls it. Rejects with a `TrunklineError`. */
  query(input: TInput, options?: CallOptions): Promise<TOutput>;
}

/** A procedure that changes something. */
export interface Mutation<TInput, TOutput, TError extends TrunklineError = ProcedureError> extends Procedure<TError> {
  /** Calls it; it runs once, also when the connection is lost on the way. Rejects with a `TrunklineError`. */
  mutate(input: TInput, options?: CallOptions): Promise<TOutput>;
}

/** A procedure that gives events until it ends. */
export interface Subscription<TInput, TEvent, TError extends TrunklineError = ProcedureError>
  extends Procedure<TError> {
  /** Subscribes: with callbacks at once, or to be read with `for await`. It goes on across lost connections. */
  readonly subscribe: Subscribe<TInput, TEvent>;
}
