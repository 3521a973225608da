/** What is known about an error code. */
export interface ErrorCodeEntry {
  /** The number in `error.code` (JSON-RPC 2.0, section 5.1). Trunkline's own are unique; tRPC gives several keys one number. */
  readonly number: number;
  /** Whose code it is: tRPC's as it stands, or Trunkline's own. */
  readonly origin: 'trpc' | 'trunkline';
  /** Whether the same call may succeed when it is sent again later, unchanged. */
  readonly isRetryable: boolean;
  /** What it means and what the caller should do, in one sentence. */
  readonly advice: string;
}

const trpc = (number: number, isRetryable: boolean, advice: string): ErrorCodeEntry => ({
  number,
  origin: 'trpc',
  isRetryable,
  advice,
});

const own = (number: number, isRetryable: boolean, advice: string): ErrorCodeEntry => ({
  number,
  origin: 'trunkline',
  isRetryable,
  advice,
});

/**
 * Every code that can stand in `error.data.code` on the wire, by key. The key is what one tests; the number is there
 * because JSON-RPC 2.0 demands one. tRPC's keys and numbers are those of `@trpc/server/rpc`.
 */
export const ERROR_CODES = {
  PARSE_ERROR: trpc(-32700, false, 'The message is not JSON, or its input could not be read; correct the sender.'),
  BAD_REQUEST: trpc(-32600, false, 'The request or its input is not valid; correct it.'),
  INTERNAL_SERVER_ERROR: trpc(-32603, false, 'The procedure failed unexpectedly; the server has the details.'),
  NOT_IMPLEMENTED: trpc(-32603, false, 'The procedure exists but does nothing yet.'),
  BAD_GATEWAY: trpc(-32603, true, 'Something behind the server answered wrongly; try again later.'),
  SERVICE_UNAVAILABLE: trpc(-32603, true, 'The server cannot serve this now; try again later.'),
  GATEWAY_TIMEOUT: trpc(-32603, true, 'Something behind the server did not answer; try again later.'),
  UNAUTHORIZED: trpc(-32001, false, 'Credentials are missing or no longer valid; get new ones.'),
  PAYMENT_REQUIRED: trpc(-32002, false, 'The caller has to pay first.'),
  FORBIDDEN: trpc(-32003, false, 'The credentials are valid but do not allow this.'),
  NOT_FOUND: trpc(-32004, false, 'There is no such procedure, or the procedure found nothing.'),
  METHOD_NOT_SUPPORTED: trpc(-32005, false, 'The procedure is of another kind than the call.'),
  TIMEOUT: trpc(-32008, true, 'The deadline of the call passed before it was done.'),
  CONFLICT: trpc(-32009, false, 'The call conflicts with the current state; read it again.'),
  PRECONDITION_FAILED: trpc(-32012, false, 'A condition of the call does not hold.'),
  PAYLOAD_TOO_LARGE: trpc(-32013, false, 'The message is larger than the server accepts; send less.'),
  UNSUPPORTED_MEDIA_TYPE: trpc(-32015, false, 'The procedure answered with something that cannot travel here.'),
  UNPROCESSABLE_CONTENT: trpc(-32022, false, 'The input is well formed but means nothing sensible.'),
  PRECONDITION_REQUIRED: trpc(-32028, false, 'The call must state a condition.'),
  TOO_MANY_REQUESTS: trpc(-32029, true, 'A limit was reached; `data.limit` names it. Wait, then send less at once.'),
  CLIENT_CLOSED_REQUEST: trpc(-32099, false, 'The client withdrew before the answer.'),
  INVALID_PARAMS: own(
    -32602,
    false,
    'The params of a request or notification are not of the form this protocol demands.',
  ),
  METHOD_NOT_FOUND: own(-32601, false, 'The server knows no such `rpc.*` method.'),
  CANCELLED: own(-32050, false, 'The call was cancelled by its caller; it may have run in part.'),
  OUTCOME_UNKNOWN: own(
    -32051,
    false,
    'A mutation sent before may or may not have run; find out before sending it anew.',
  ),
  KEY_REUSED: own(
    -32052,
    false,
    'The key was used before with another procedure, input or principal; give each mutation a key of its own.',
  ),
  SHUTTING_DOWN: own(
    -32053,
    true,
    'The server is stopping and did not run the call; send it again on a new connection.',
  ),
  CONSUMER_TOO_SLOW: own(
    -32054,
    true,
    'The subscription ended because its events were not taken in time; subscribe again at the last cursor.',
  ),
  UPGRADE_REQUIRED: own(
    -32055,
    false,
    'The procedure has another form than the one that this client was generated for; load a client that fits the server.',
  ),
} as const satisfies Record<string, ErrorCodeEntry>;

/** The key of an error code, as it stands in `error.data.code`. */
export type ErrorKey = keyof typeof ERROR_CODES;

/** Whether a string is the key of a known error code. */
export function isErrorKey(value: unknown): value is ErrorKey {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}
