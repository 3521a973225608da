import type { ProcedureKind } from '@trunkline/protocol';

/** One run of a procedure. */
export interface ProcedureRun {
  readonly path: string;
  readonly kind: ProcedureKind;
  readonly input: unknown;
  readonly context: unknown;
  /** Aborts when the caller cancels, its deadline passes or its connection is gone. Made when it is first read. */
  readonly signal: AbortSignal;
  /** Is told the input as it reaches the resolver, after every parser and middleware. */
  reached?(input: unknown): void;
  /** Is told at the start, in place of `reached`, where tRPC itself runs the procedure and nobody can tell how far it came. */
  reachedUnseen?(): void;
}
