import { type AnyTRPCRouter, getTRPCErrorFromUnknown, getTRPCErrorShape, TRPCError } from '@trpc/server';
import { ERROR_CODES, type ErrorKey, isJsonRecord, type ProcedureKind } from '@trunkline/protocol';

/** Where an error came from, as an error formatter and `onError` are told. */
export interface ErrorOrigin {
  readonly path: string | undefined;
  readonly kind: ProcedureKind | 'unknown';
  readonly input: unknown;
  readonly context: unknown;
}

/** An error as it may leave the process. */
export interface ErrorReport {
  readonly key: ErrorKey;
  /** What the router's error formatter made of it: with the default one `{ message, code, data: { code, … } }`. */
  readonly shape: unknown;
  /** The number in a native error where JSON-RPC 2.0 has one of its own for the case. */
  readonly number?: number;
}

/** What a client is told of an error that must not leave the process. */
const MASKED_MESSAGE = 'Internal server error';

/**
 * Turns whatever was thrown into what a client may see. Of a `TRPCError` that is its code and message; of anything else
 * nothing, because a message such as "connect ECONNREFUSED db:5432" is not meant for strangers. Stacks never leave.
 * The router's error formatter has the last word: what it returns is sent.
 */
export function reportError(router: AnyTRPCRouter, thrown: unknown, origin: ErrorOrigin): ErrorReport {
  const error = getTRPCErrorFromUnknown(thrown);
  const visible = isAccident(error) ? maskedCopy(error) : error;
  try {
    const own = shapeFromProcedure(router, error, origin);
    const shape = own === undefined ? shapeOf(router, visible, origin, undefined) : withoutSecrets(own, error);
    return { key: keyOf(visible), shape };
  } catch {
    // A formatter that throws says nothing about the error, so neither do we.
    return internalError();
  }
}

/** The report of an error of which nothing may be said. */
export function internalError(): ErrorReport {
  return {
    key: 'INTERNAL_SERVER_ERROR',
    shape: {
      message: MASKED_MESSAGE,
      code: ERROR_CODES.INTERNAL_SERVER_ERROR.number,
      data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500 },
    },
  };
}

/** The report of the same error to a request that was not run because of it. */
export function notRun(report: ErrorReport): ErrorReport {
  return { ...report, shape: withData(report.shape, { ran: false }) };
}

/** Adds members to the data of an error shape; a shape without data keeps what it has. */
export function withData(shape: unknown, extra: Readonly<Record<string, unknown>>): unknown {
  if (!isJsonRecord(shape) || Object.keys(extra).length === 0) return shape;
  const { data } = shape;
  return { ...shape, data: isJsonRecord(data) ? { ...data, ...extra } : extra };
}

/**
 * Whether nobody chose the message of this error for the client: tRPC wraps what procedures throw by accident into an
 * INTERNAL_SERVER_ERROR that has the message of its cause.
 */
export function isAccident(error: TRPCError): boolean {
  return error.code === 'INTERNAL_SERVER_ERROR' && error.cause !== undefined && error.message === error.cause.message;
}

function maskedCopy(error: TRPCError): TRPCError {
  return new TRPCError({ code: error.code, message: MASKED_MESSAGE, cause: error.cause });
}

const NOT_FORMATTED = { message: '', code: ERROR_CODES.INTERNAL_SERVER_ERROR.number };

// A procedure's own `.errors()` formatter has run already and left its shape on the error. tRPC uses it before the
// router's formatter, which therefore is only asked, here with a marker, when there is none.
function shapeFromProcedure(router: AnyTRPCRouter, error: TRPCError, origin: ErrorOrigin): unknown {
  const shape = shapeOf(router, error, origin, () => NOT_FORMATTED);
  return shape === NOT_FORMATTED ? undefined : shape;
}

// A procedure's own formatter is handed the error before anything is masked, and outside production its stack too. What
// it chose to say is sent; what it merely handed on is not.
function withoutSecrets(shape: unknown, error: TRPCError): unknown {
  if (!isJsonRecord(shape)) return shape;
  const { message, data } = shape;
  const shown = isAccident(error) && message === error.message ? { ...shape, message: MASKED_MESSAGE } : shape;
  if (!isJsonRecord(data) || !('stack' in data) || data['stack'] !== error.stack) return shown;
  const { stack: _hidden, ...rest } = data;
  return { ...shown, data: rest };
}

function shapeOf(
  router: AnyTRPCRouter,
  error: TRPCError,
  origin: ErrorOrigin,
  errorFormatter: (() => typeof NOT_FORMATTED) | undefined,
): unknown {
  const config = router._def._config;
  return getTRPCErrorShape({
    config: { ...config, isDev: false, ...(errorFormatter && { errorFormatter }) },
    error,
    type: origin.kind,
    path: origin.path,
    input: origin.input,
    ctx: origin.context,
  });
}

function keyOf(error: TRPCError): ErrorKey {
  return Object.hasOwn(ERROR_CODES, error.code) ? error.code : 'INTERNAL_SERVER_ERROR';
}
