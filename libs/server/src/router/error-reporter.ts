import type { IncomingMessage } from 'node:http';
import { type AnyTRPCRouter, getTRPCErrorFromUnknown, type inferRouterContext, TRPCError } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { ERROR_CODES, type ErrorKey, type Violation } from '@trunkline/protocol';
import type { Observer } from '../observation/observer.js';
import { runHook } from '../observation/run-hook.js';
import { type ErrorOrigin, type ErrorReport, isAccident, reportError, withData } from './error-report.js';

/** What `onError` is told, as in tRPC's own adapters: the error as it was thrown, before anything is masked. */
export interface ErrorNotice<Context = unknown> {
  readonly error: TRPCError;
  readonly type: ErrorOrigin['kind'];
  readonly path: string | undefined;
  readonly input: unknown;
  readonly ctx: Context | undefined;
  readonly req: IncomingMessage;
}

export type OnError<Router extends AnyTRPCRouter> = (notice: ErrorNotice<inferRouterContext<Router>>) => void;

/** Tells the application of every error, and turns it into what the client may see. */
export class ErrorReporter {
  readonly #router: AnyTRPCRouter;
  readonly #onError: ((notice: ErrorNotice) => unknown) | undefined;
  readonly #observer: Pick<Observer, 'hookFailed' | 'failed'>;

  /** @param onError undefined where the application names none: then nobody asks for the request of a connection. */
  constructor(
    router: AnyTRPCRouter,
    onError: ((notice: ErrorNotice) => unknown) | undefined,
    observer: Pick<Observer, 'hookFailed' | 'failed'>,
  ) {
    this.#router = router;
    this.#onError = onError;
    this.#observer = observer;
  }

  /** For what user code threw, and for what tRPC made of an input. */
  report(thrown: unknown, origin: ErrorOrigin, request: IncomingMessage | undefined): ErrorReport {
    this.notice(thrown, origin, request);
    return reportError(this.#router, thrown, origin);
  }

  /** Tells the application of an error that no client waits for. */
  notice(thrown: unknown, origin: ErrorOrigin, request: IncomingMessage | undefined): void {
    const { path, input, kind: type, context: ctx } = origin;
    const error = getTRPCErrorFromUnknown(thrown);
    const onError = this.#onError;
    if (onError === undefined || request === undefined) return reportAccident({ error, type, path }, this.#observer);
    const tell = (): unknown => onError({ error, type, path, input, ctx, req: request });
    runHook(tell, undefined, (thrownByHook) => this.#observer.hookFailed('onError', thrownByHook));
  }

  /** For what the protocol itself refuses. tRPC's codes pass through the router's formatter, our own have a fixed shape. */
  refuse(key: ErrorKey, message: string, extra: Readonly<Record<string, unknown>> = {}, path?: string): ErrorReport {
    if (!isTrpcKey(key)) {
      return { key, shape: { message, code: ERROR_CODES[key].number, data: { code: key, ...extra } } };
    }
    const error = new TRPCError({ code: key, message });
    const report = reportError(this.#router, error, { path, kind: 'unknown', input: undefined, context: undefined });
    return { ...report, shape: withData(report.shape, extra) };
  }

  /** For a message that broke the protocol. */
  refuseViolation(violation: Violation): ErrorReport {
    return { ...this.refuse(violation.code, violation.message), number: ERROR_CODES[violation.code].number };
  }
}

/** What happens to errors where the application names no `onError`: those that clients see only masked are written. */
export function reportAccident(
  { error, path, type }: Pick<ErrorNotice, 'error' | 'path' | 'type'>,
  observer: Pick<Observer, 'failed'>,
): void {
  if (isAccident(error)) observer.failed(`The ${type} "${path ?? ''}" failed:`, error.cause);
}

function isTrpcKey(key: ErrorKey): key is TRPCError['code'] & ErrorKey {
  return Object.hasOwn(TRPC_ERROR_CODES_BY_KEY, key);
}
