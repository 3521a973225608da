import { FakeClock } from '@trunkline/testing';
import type { ClientCore } from '../client-core.js';
import type { ClientOptions, ClientTransformer } from '../client-options.js';
import { createCore } from '../create-core.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import { subscribe } from '../subscribe.js';
import { ScriptedServer, type ScriptedSocket, settled } from './scripted-server.js';

/** A client whose server, time and chance a test plays, and what became of what was asked of it. */
export class ScriptedClient {
  readonly clock = new FakeClock();
  readonly server = new ScriptedServer();
  readonly core: ClientCore;
  readonly log: string[] = [];

  constructor(options: Partial<ClientOptions> & { transformer?: ClientTransformer } = {}) {
    this.core = createCore({
      url: 'ws://shop.test/rpc?secret=1',
      WebSocket: this.server.WebSocket,
      clock: this.clock,
      random: () => 0.5,
      onCallbackError: (thrown) => this.log.push(`threw ${String(thrown)}`),
      ...options,
    });
  }

  get socket(): ScriptedSocket {
    return this.server.socket;
  }

  /** Calls, and logs what becomes of it as `path output` or `path CODE outcome`. */
  call(kind: 'query' | 'mutation', path: string, input?: unknown, options?: { timeoutMs?: number }): void {
    this.core.call(kind, path, input, options).then(
      (output) => this.log.push(`${path} ${JSON.stringify(output)}`),
      (error: TrunklineError) => this.log.push(`${path} ${error.code} ${error.outcome}`),
    );
  }

  /** Subscribes, and logs what is called back. */
  subscribe(path: string): { unsubscribe(): void } {
    const subscription = subscribe(this.core, path, undefined, {
      onData: (event) => this.log.push(`${path} data ${JSON.stringify(event)}`),
      onGap: ({ reason, dropped }) => this.log.push(`${path} gap ${reason} ${String(dropped)}`),
      onStarted: ({ resumed }) => this.log.push(`${path} started ${resumed}`),
      onError: (error) => this.log.push(`${path} error ${error.code}`),
      onComplete: () => this.log.push(`${path} complete`),
    });
    if (!('unsubscribe' in subscription)) throw new Error('Callbacks give something to unsubscribe.');
    return subscription;
  }

  /** Waits for the socket that the client is making, opens it, and welcomes the client. */
  async connected(limits?: object): Promise<ScriptedSocket> {
    await settled();
    this.socket.open();
    await settled();
    this.socket.welcome(limits);
    await settled();
    return this.socket;
  }

  /** Loses the connection and waits until the next one stands. */
  async reconnected(code = 1006): Promise<ScriptedSocket> {
    this.socket.drop(code);
    await settled();
    this.clock.advance(15_000);
    return this.connected();
  }

  /** Closes the client, whatever it waits for. Returns how many timers it leaves, which should be none. */
  async end(): Promise<number> {
    void this.core.close({ timeoutMs: 0 });
    for (let round = 0; round < 3; round += 1) {
      this.clock.advance(1000);
      await settled();
    }
    return this.clock.pendingCount;
  }
}
