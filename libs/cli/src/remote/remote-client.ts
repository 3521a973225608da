import {
  type CallOptions,
  type ClientMethods,
  type ConnectionState,
  createClient,
  type SubscriptionItem,
  stock,
  TrunklineError,
  trunkline,
} from '@trunkline/client';
import { SocketFactory } from '../sockets/socket-factory.js';
import { readVersion } from '../version.js';
import { adaptFrame } from './adapt-frame.js';
import type { PayloadChoice } from './payload-choice.js';
import type { RemoteTarget } from './remote-target.js';
import { superjsonCodec } from './superjson-codec.js';

/** A client of a server of which nothing is known but its address: any path, any input. */
export class RemoteClient {
  readonly #sockets: SocketFactory;
  readonly #client: ClientMethods;

  constructor(target: RemoteTarget, payload: PayloadChoice) {
    const { url, headers, connectionParams, isStock, connectTimeoutMs } = target;
    this.#sockets = new SocketFactory({ headers, adapt: (text) => adaptFrame(text, payload) });
    const options = {
      url,
      connectionParams,
      connectTimeoutMs,
      dialect: isStock ? stock() : trunkline(),
      WebSocket: this.#sockets.WebSocket,
      identity: { name: '@trunkline/cli', version: readVersion() },
      ...(payload.hasSuperjson ? { transformer: superjsonCodec } : {}),
    };
    this.#client = createClient(options);
  }

  /** Rejects with a `TrunklineError` when the first attempt fails. */
  connect(signal: AbortSignal): Promise<void> {
    return untilAborted(this.#client.connect(), signal);
  }

  onStateChange(listener: (state: ConnectionState) => void): () => void {
    return this.#client.onStateChange(listener);
  }

  query(path: string, input: unknown, options: CallOptions): Promise<unknown> {
    return this.#procedure(path).query(input, options);
  }

  mutate(path: string, input: unknown, options: CallOptions): Promise<unknown> {
    return this.#procedure(path).mutate(input, options);
  }

  subscribe(path: string, input: unknown, signal: AbortSignal): AsyncIterable<SubscriptionItem<unknown>> {
    return this.#procedure(path).subscribe(input, { signal, status: true });
  }

  /** The server's OpenRPC document; undefined when the server gives out none. */
  async discover(signal: AbortSignal): Promise<unknown> {
    try {
      return await this.query('rpc.discover', undefined, { signal });
    } catch (thrown) {
      if (thrown instanceof TrunklineError && thrown.code === 'METHOD_NOT_FOUND') return undefined;
      throw thrown;
    }
  }

  /** Unsubscribes, and leaves without waiting for an answer for long. */
  async close(): Promise<void> {
    await this.#client.close({ timeoutMs: 0 });
    this.#sockets.dropAll();
  }

  #procedure(path: string): AnyProcedure {
    // A proxy has whatever it is asked for.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The client answers to any path; there is no router to say which.
    return Reflect.get(this.#client, path) as AnyProcedure;
  }
}

interface AnyProcedure {
  query(input: unknown, options: CallOptions): Promise<unknown>;
  mutate(input: unknown, options: CallOptions): Promise<unknown>;
  subscribe(
    input: unknown,
    options: { readonly signal: AbortSignal; readonly status: true },
  ): AsyncIterable<SubscriptionItem<unknown>>;
}

function untilAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void =>
      reject(new TrunklineError('CANCELLED', 'It was interrupted.', { outcome: 'cancelled', cause: signal.reason }));
    signal.addEventListener('abort', abort, { once: true });
    // Listened to in any case: what is closed while it connects rejects too.
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
  });
}
