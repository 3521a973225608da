import { TRPCError } from '@trpc/server';

/** Whether something was thrown by a procedure's input parser, which tRPC makes a BAD_REQUEST with the parser's own error. */
export function isInputRefusal(thrown: unknown): boolean {
  return thrown instanceof TRPCError && thrown.code === 'BAD_REQUEST' && thrown.cause !== undefined;
}
