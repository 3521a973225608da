import { type AnyTRPCRouter, callTRPCProcedure } from '@trpc/server';
import { findChain, type ProcedureChain, runChain, runMiddlewares } from './procedure-chain.js';
import type { ProcedureRun } from './procedure-run.js';

/** Runs the procedures of a router with their parsers and middlewares, as tRPC does. */
export class ProcedureRunner {
  readonly #router: AnyTRPCRouter;
  readonly #chains = new Map<string, ProcedureChain>();

  constructor(router: AnyTRPCRouter) {
    this.#router = router;
  }

  /** Rejects with what the procedure threw, made a `TRPCError`. The path and kind are known to be right. */
  run(run: ProcedureRun): Promise<unknown> {
    const chain = this.#chains.get(run.path) ?? this.#find(run.path);
    return chain === undefined ? this.#runByTrpc(run) : runChain(chain, run);
  }

  /** Runs everything of a procedure but its resolver; undefined where only tRPC itself can run it. */
  runMiddlewares(run: ProcedureRun): Promise<void> | undefined {
    const chain = this.#chains.get(run.path) ?? this.#find(run.path);
    return chain === undefined ? undefined : runMiddlewares(chain, run);
  }

  // Only paths that name a procedure are kept, so a peer cannot make the map grow.
  #find(path: string): ProcedureChain | undefined {
    const chain = findChain(this.#router, path);
    if (chain !== undefined) this.#chains.set(path, chain);
    return chain;
  }

  #runByTrpc(run: ProcedureRun): Promise<unknown> {
    run.reachedUnseen?.();
    return callTRPCProcedure({
      router: this.#router,
      path: run.path,
      type: run.kind,
      ctx: run.context,
      signal: run.signal,
      getRawInput: () => Promise.resolve(run.input),
      batchIndex: 0,
    });
  }
}
