import { type AnyTRPCRouter, getTRPCErrorFromUnknown, TRPCError } from '@trpc/server';
import type { ProcedureKind } from '@trunkline/protocol';
import type { ProcedureRun } from './procedure-run.js';

/**
 * Runs a procedure's middlewares, parsers and resolver in their order, as `callTRPCProcedure` does and with the same
 * results, but without the copies that the published build makes of every argument at every level: those cost several
 * times what the procedure itself does. This leans on how tRPC lays out a built procedure, so `findChain` answers only for
 * a layout that it knows, and everything else goes to tRPC.
 */
export async function runChain(chain: ProcedureChain, run: ProcedureRun): Promise<unknown> {
  const getRawInput = (): Promise<unknown> => Promise.resolve(run.input);
  const result = await callMiddleware(chain, run, 0, run.context, undefined, getRawInput);
  if (!isRecord(result)) {
    const message = 'No result from middlewares - did you forget to `return next()`?';
    throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message });
  }
  if (result['ok'] === true) return result['data'];
  throw result['error'];
}

/**
 * Runs everything of a procedure but its resolver: its parsers and middlewares, which may refuse the caller.
 * Rejects with what they refuse it with.
 */
export async function runMiddlewares({ middlewares, meta }: ProcedureChain, run: ProcedureRun): Promise<void> {
  const passed: Middleware = () => ({ marker: MARKER, ok: true, data: undefined });
  await runChain({ middlewares: [...middlewares.slice(0, -1), passed], meta }, run);
}

/** The steps of one procedure: its parsers, middlewares and resolver, outermost first. */
export interface ProcedureChain {
  readonly middlewares: readonly Middleware[];
  readonly meta: unknown;
}

type Middleware = (options: MiddlewareOptions) => unknown;

interface MiddlewareOptions {
  readonly ctx: unknown;
  readonly type: ProcedureKind;
  readonly path: string;
  readonly input: unknown;
  readonly getRawInput: () => Promise<unknown>;
  readonly meta: unknown;
  /** Given by `SIGNAL_PROPERTY`. */
  readonly signal?: AbortSignal;
  readonly batchIndex: number;
  readonly [RUN]: ProcedureRun;
  next(options?: unknown): Promise<unknown>;
}

/** Under this the options of a middleware know their run, also through a proxy or an object made of them. */
const RUN = Symbol('run');

/**
 * The signal as the options of a middleware show it: their own, so that it is there in a copy, and made when it is read.
 * One getter serves all: an object literal with a getter of its own costs four times as much as everything else in it.
 */
const SIGNAL_PROPERTY: TypedPropertyDescriptor<AbortSignal> & ThisType<MiddlewareOptions> = {
  configurable: true,
  enumerable: true,
  get() {
    return this[RUN].signal;
  },
};

/** The chain of the procedure at a path; undefined where tRPC has to run it itself. */
export function findChain(router: AnyTRPCRouter, path: string): ProcedureChain | undefined {
  const procedures: unknown = router._def.procedures;
  if (!isRecord(procedures) || !Object.hasOwn(procedures, path)) return undefined;
  const procedure = procedures[path];
  const definition: unknown = typeof procedure === 'function' ? Reflect.get(procedure, '_def') : undefined;
  if (!isRecord(definition) || definition['experimental_caller'] === true) return undefined;
  const { middlewares, meta } = definition;
  return isMiddlewareList(middlewares) ? { middlewares, meta } : undefined;
}

// What tRPC marks every result of a middleware with.
const MARKER = 'middlewareMarker';

async function callMiddleware(
  chain: ProcedureChain,
  run: ProcedureRun,
  index: number,
  context: unknown,
  input: unknown,
  getRawInput: () => Promise<unknown>,
): Promise<unknown> {
  // The resolver is the last of the chain.
  if (index === chain.middlewares.length - 1) run.reached?.(input);
  try {
    const options: MiddlewareOptions = {
      ctx: context,
      type: run.kind,
      path: run.path,
      input,
      getRawInput,
      meta: chain.meta,
      batchIndex: 0,
      [RUN]: run,
      next: (next) => {
        const changes = isRecord(next) ? next : NO_OPTIONS;
        const changed = changes['ctx'];
        return callMiddleware(
          chain,
          run,
          index + 1,
          isRecord(changed) ? { ...(isRecord(context) ? context : undefined), ...changed } : context,
          'input' in changes ? changes['input'] : input,
          isRawInputGetter(changes['getRawInput']) ? changes['getRawInput'] : getRawInput,
        );
      },
    };
    return await chain.middlewares[index]?.(Object.defineProperty(options, 'signal', SIGNAL_PROPERTY));
  } catch (thrown) {
    return { marker: MARKER, ok: false, error: getTRPCErrorFromUnknown(thrown) };
  }
}

const NO_OPTIONS: Readonly<Record<string, unknown>> = {};

function isRawInputGetter(value: unknown): value is () => Promise<unknown> {
  return typeof value === 'function';
}

function isMiddlewareList(value: unknown): value is readonly Middleware[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'function');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
