import { TRPCClientError } from '@trpc/client';
import { TrunklineError } from '@trunkline/client';

/** An error in the words that all clients share. */
export interface Failure {
  readonly message: string;
  /** tRPC's key, or the one that our client gives an error of its own. */
  readonly code: unknown;
  /** The number of JSON-RPC. */
  readonly number: unknown;
  readonly data: unknown;
}

/** Waits for a call to fail. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  const answer = await call.then(
    (value) => ({ value }),
    (thrown: unknown) => ({ thrown }),
  );
  if ('value' in answer) throw new Error(`It did not fail, but gave ${JSON.stringify(answer.value)}.`);
  return describeFailure(answer.thrown);
}

export function describeFailure(thrown: unknown): Failure {
  if (thrown instanceof TrunklineError) {
    const { message, code, data, shape } = thrown;
    return { message, code, number: member(shape, 'code'), data };
  }
  if (!(thrown instanceof TRPCClientError)) throw new Error(`A foreign error: ${String(thrown)}`, { cause: thrown });
  const { message, cause, data, shape } = thrown as { message: string; cause?: unknown; data: unknown; shape: unknown };
  const code = cause instanceof TrunklineError ? cause.code : member(data, 'code');
  return { message, code, number: member(shape, 'code'), data };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
