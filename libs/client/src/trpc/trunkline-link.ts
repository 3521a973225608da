import { type Operation, type OperationResultEnvelope, TRPCClientError, type TRPCLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { type Observer, observable } from '@trpc/server/observable';
import { unreachable } from '@trunkline/protocol';
import type { ClientCore } from '../client-core.js';
import type { ClientOptions } from '../client-options.js';
import type { ConnectionState } from '../connection/connection-state.js';
import { coreOf } from '../create-client.js';
import { createCore } from '../create-core.js';
import { type Gap, GapError } from '../errors/gap-error.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import type { TransformerOption, TrunklineClient } from '../proxy/typed-client.js';
import { CallbackConsumer } from '../subscriptions/callback-consumer.js';
import { refuseStockOptions } from './stock-options.js';

/** The subscription that a gap is in: its path, and the id that tRPC gave the operation. */
export interface GapOperation {
  readonly path: string;
  readonly id: number;
}

/** What tRPC's client has no word for. */
export interface TrunklineLinkHooks {
  /**
   * Called at the place in a subscription where events are missing. It goes on behind it.
   *
   * @default the first gap is reported to the client's `onCallbackError`, which prints it unless told otherwise
   */
  readonly onGap?: ((gap: Gap, operation: GapOperation) => void) | undefined;
}

/** The options of a client of the link's own, or a client that is there already and that several links may share. */
export type TrunklineLinkOptions<TRouter extends AnyTRPCRouter> = TrunklineLinkHooks &
  ((ClientOptions & TransformerOption<TRouter>) | { readonly client: TrunklineClient<TRouter> });

/**
 * A terminating link that sends the calls of a tRPC client through Trunkline.
 *
 * Its errors are `TRPCClientError`s; `cause` is the `TrunklineError` that says what became of the call.
 */
export function trunklineLink<TRouter extends AnyTRPCRouter>(
  options: TrunklineLinkOptions<TRouter>,
): TRPCLink<TRouter> {
  refuseStockOptions(options);
  const core = 'client' in options ? coreOf(options.client) : createCore(options);
  const onGap = options.onGap ?? reportFirst(core);
  return () => (request) =>
    observable((observer) =>
      request.op.type === 'subscription'
        ? sendSubscription<TRouter>(core, request.op, observer, onGap)
        : sendCall<TRouter>(core, request.op, request.op.type, observer),
    );
}

// Never in silence, and not again and again to someone who does not mind.
function reportFirst(core: ClientCore): (gap: Gap, operation: GapOperation) => void {
  let hasReported = false;
  return (gap, { path }) => {
    if (hasReported) return;
    hasReported = true;
    const cause = new GapError(gap, path);
    core.report(new Error(`${cause.message} Give trunklineLink an onGap, which is told of each gap.`, { cause }));
  };
}

type LinkObserver<TRouter extends AnyTRPCRouter> = Observer<
  OperationResultEnvelope<unknown, TRPCClientError<TRouter>>,
  TRPCClientError<TRouter>
>;

// tRPC takes the first envelope as the answer, so a call emits no state.
function sendCall<TRouter extends AnyTRPCRouter>(
  core: ClientCore,
  op: Operation,
  type: 'query' | 'mutation',
  observer: LinkObserver<TRouter>,
): () => void {
  const call = core.begin(
    type,
    op.path,
    op.input,
    op.signal == null ? undefined : { signal: op.signal },
    (data) =>
      guard(core, () => {
        observer.next({ result: { type: 'data', data }, context: op.context });
        observer.complete();
      }),
    (error) => {
      // tRPC says that a call was aborted by completing it without an answer, and takes that only once it has subscribed.
      if (error.outcome === 'cancelled' && op.signal?.aborted === true)
        queueMicrotask(() => guard(core, () => observer.complete()));
      else guard(core, () => observer.error(toClientError(error)));
    },
  );
  return () => {
    if (call !== undefined) core.withdraw(call);
  };
}

function sendSubscription<TRouter extends AnyTRPCRouter>(
  core: ClientCore,
  op: Operation,
  observer: LinkObserver<TRouter>,
  onGap: (gap: Gap, operation: GapOperation) => void,
): () => void {
  const { context, id, path } = op;
  const tellState = (state: ConnectionState): void => observer.next({ result: connectionStateOf(state), context });
  tellState(core.state);
  const stopStates = core.onStateChange(tellState);
  const stop = (): void => {
    observer.next({ result: { type: 'stopped' }, context });
    observer.complete();
  };
  const consumer = new CallbackConsumer(
    {
      onStarted: () => observer.next({ result: { type: 'started' }, context }),
      onData: (data) => observer.next({ result: { type: 'data', data }, context }),
      onGap: (gap) => onGap(gap, { path, id }),
      onError: (error) => observer.error(toClientError(error)),
      onComplete: stop,
    },
    (thrown) => core.report(thrown),
    stopStates,
  );
  const isAborted = op.signal?.aborted === true;
  if (!isAborted) consumer.subscription = core.subscribe(path, op.input, consumer);
  // `complete` brings the teardown with it, which ends the subscription.
  const onAbort = (): void => guard(core, stop);
  if (isAborted) onAbort();
  else op.signal?.addEventListener('abort', onAbort);
  return () => {
    stopStates();
    op.signal?.removeEventListener('abort', onAbort);
    consumer.subscription?.stop();
  };
}

// The links before this one run the user's code.
function guard(core: ClientCore, action: () => void): void {
  try {
    action();
  } catch (thrown) {
    core.report(thrown);
  }
}

function toClientError<TRouter extends AnyTRPCRouter>(error: TrunklineError): TRPCClientError<TRouter> {
  const { shape } = error;
  return isErrorShape(shape)
    ? TRPCClientError.from<TRouter>({ error: shape }, { cause: error })
    : TRPCClientError.from<TRouter>(error);
}

function isErrorShape(shape: unknown): shape is { code: number; message: string } {
  return typeof shape === 'object' && shape !== null && 'code' in shape && 'message' in shape;
}

type ResultOf<TRouter extends AnyTRPCRouter> = OperationResultEnvelope<unknown, TRPCClientError<TRouter>>['result'];

// "pending" is tRPC's word for a connection that stands.
function connectionStateOf<TRouter extends AnyTRPCRouter>(state: ConnectionState): ResultOf<TRouter> {
  switch (state.name) {
    case 'idle':
    case 'closed':
      return { type: 'state', state: 'idle', error: null };
    case 'connecting':
      return { type: 'state', state: 'connecting', error: null };
    case 'waiting':
      return { type: 'state', state: 'connecting', error: TRPCClientError.from<TRouter>(state.cause) };
    case 'connected':
      return { type: 'state', state: 'pending', error: null };
    default:
      return unreachable(state);
  }
}
