import type { ConnectionParams } from '@trunkline/protocol';
import type { ClientCore } from './client-core.js';
import type { ClientOptions } from './client-options.js';
import { type CoreOptions, createCore } from './create-core.js';
import { createPathProxy } from './proxy/path-proxy.js';
import type { AnyRouter, TransformerOption, TrunklineClient } from './proxy/typed-client.js';
import { subscribe } from './subscribe.js';

/**
 * A client of a tRPC router over one WebSocket, which it opens when something needs it.
 *
 * @example
 * const client = createClient<AppRouter>({ url: 'ws://localhost:4400/rpc' });
 * await client.hosts.list.query();
 */
export function createClient<TRouter extends AnyRouter>(
  options: ClientOptions & TransformerOption<TRouter>,
): TrunklineClient<TRouter> {
  // The proxy answers to any path; only the type knows which of them the router has.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A proxy has no type of its own.
  return createUntypedClient(options, callProcedure) as TrunklineClient<TRouter>;
}

/** A client that answers to any path. `handle` does what is asked of a procedure. */
export function createUntypedClient(options: CoreOptions, handle: typeof callProcedure): object {
  const core = createCore(options);
  const client = createPathProxy((path, method, args) =>
    path === '' ? callOwnMethod(core, method, args) : handle(core, path, method, args),
  );
  cores.set(client, core);
  return client;
}

/** What is behind a client, for what stands on the same connection. */
export function coreOf(client: object): ClientCore {
  const core = cores.get(client);
  if (core === undefined) throw new TypeError('The option client is not what createClient() returned.');
  return core;
}

const cores = new WeakMap<object, ClientCore>();

/** Calls a method of a procedure, such as `query`. */
export function callProcedure(core: ClientCore, path: string, method: string, args: readonly unknown[]): unknown {
  const [input, options] = args;
  switch (method) {
    case 'query':
      return core.call('query', path, input, options ?? undefined);
    case 'mutate':
      return core.call('mutation', path, input, options ?? undefined);
    case 'subscribe':
      return subscribe(core, path, input, options ?? undefined);
    default:
      return noMethod(`"${path}"`, method, 'query, mutate and subscribe');
  }
}

function callOwnMethod(core: ClientCore, method: string, args: readonly unknown[]): unknown {
  switch (method) {
    case 'state':
      return core.state;
    case 'onStateChange': {
      const [listener] = args;
      if (typeof listener !== 'function') throw new TypeError('onStateChange() takes a function.');
      return core.onStateChange((state) => void Reflect.apply(listener, undefined, [state]));
    }
    case 'connect':
      return core.connect();
    case 'authenticate':
      return core.authenticate(readParams(args[0]));
    case 'close':
      return core.close(args[0] ?? undefined);
    default:
      return noMethod('A client', method, 'state, onStateChange, connect, authenticate and close');
  }
}

function readParams(given: unknown): ConnectionParams | undefined {
  if (given === undefined || isParams(given)) return given;
  throw new TypeError('authenticate() takes connection params: an object of strings, or null.');
}

function isParams(given: unknown): given is ConnectionParams {
  return typeof given === 'object' && Object.values(given ?? {}).every((value) => typeof value === 'string');
}

function noMethod(owner: string, method: string, methods: string): never {
  throw new TypeError(`${owner} has no method .${method}(); it has ${methods}.`);
}
