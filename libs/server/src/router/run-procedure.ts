import { type AnyTRPCRouter, callTRPCProcedure } from '@trpc/server';
import type { ProcedureKind } from '@trunkline/protocol';

/** One run of a procedure. */
export interface ProcedureRun {
  readonly path: string;
  readonly kind: ProcedureKind;
  readonly input: unknown;
  readonly context: unknown;
  /** Aborts when the caller cancels, its deadline passes or its connection is gone. */
  readonly signal: AbortSignal;
}

/** Runs a procedure with its parsers and middlewares, as tRPC does. Rejects with what it threw. */
export function runProcedure(router: AnyTRPCRouter, run: ProcedureRun): Promise<unknown> {
  return callTRPCProcedure({
    router,
    path: run.path,
    type: run.kind,
    ctx: run.context,
    signal: run.signal,
    getRawInput: () => Promise.resolve(run.input),
    batchIndex: 0,
  });
}

/**
 * Adds the last tracked id to the input of a subscription, as tRPC does: procedures read it as `input.lastEventId`.
 * An input that is neither an object nor left out has no place for it.
 */
export function withLastEventId(input: unknown, lastEventId: string | undefined): unknown {
  if (lastEventId === undefined) return input;
  if (input === undefined || input === null) return { lastEventId };
  return typeof input === 'object' && !Array.isArray(input) ? { ...input, lastEventId } : input;
}
