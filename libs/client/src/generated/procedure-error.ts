import type { ErrorKey } from '@trunkline/protocol';
import type { LocalCode } from '../errors/local-code.js';
import type { TrunklineError } from '../errors/trunkline-error.js';

/**
 * An error of one procedure.
 *
 * @typeParam TCode the codes that the procedure declares, beside the general ones.
 * @typeParam TData `data` as the server's `errorFormatter` makes it.
 */
export interface ProcedureError<TCode extends string = never, TData = unknown> extends TrunklineError {
  /** A code that the procedure declares, one that any procedure may give, or one of this client's own. */
  readonly code: TCode | ErrorKey | LocalCode;
  /** What the server says beside the message; undefined for an error of this client's own. */
  readonly data: TData | undefined;
}

/** `data` of an error where the server has no `errorFormatter` of its own. */
export interface StandardErrorData {
  readonly code: string;
  readonly httpStatus: number;
  readonly path?: string | undefined;
  readonly stack?: string | undefined;
}
