import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Clock } from '@trunkline/protocol';
import { systemClock } from '../clock.js';
import { Dice } from '../dice.js';
import { type CutKind, cutSocket } from './cut-socket.js';
import { CALM, type LaneWeather } from './lane.js';
import { type CorruptOptions, type Direction, type Faults, ProxiedConnection } from './proxied-connection.js';

/** Where a fault proxy leads to, and how it behaves. */
export interface FaultProxyOptions {
  /** The real server; read anew for each connection, so a getter may lead to one that moves. */
  readonly target: { readonly port: number; readonly host?: string | undefined };
  /** The port to listen on, on 127.0.0.1. @default a free one */
  readonly port?: number | undefined;
  /** Decides where frames are cut, which bits flip, and the jitter. @default 1 */
  readonly seed?: number | undefined;
  /** How much a frozen connection takes in each direction before it stops reading, in bytes. @default 16 MiB */
  readonly maxHeldBytes?: number | undefined;
  /** Time, for delays and the throttle. @default the system's */
  readonly clock?: Clock | undefined;
}

/**
 * A network that fails on demand: a TCP proxy on loopback, to be put between any client and any server. What lasts (freeze,
 * delay, throttle, refuse) holds for connections that come later too; what happens once (cut, corrupt) is done to those
 * that are open.
 */
export interface FaultProxy extends Faults {
  readonly port: number;
  /** The address for a client: `ws://127.0.0.1:<port>`. */
  readonly url: string;
  /** Those that are open, in the order in which they came. */
  readonly connections: readonly ProxiedConnection[];
  /** The next connection that comes. */
  nextConnection(): Promise<ProxiedConnection>;
  /** Resets whoever connects, as a host without a server does. */
  refuse(): void;
  /** Ends every fault that lasts, and forgets those that wait for their moment. */
  heal(): void;
  /** Cuts what is open and stops listening. */
  close(): Promise<void>;
}

/** Opens a fault proxy. Rejects when its port is taken. */
export async function createFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const proxy = new TcpFaultProxy(options);
  await proxy.listen(options.port ?? 0);
  return proxy;
}

const MAX_HELD_BYTES = 16 * 1024 * 1024;

class TcpFaultProxy implements FaultProxy {
  readonly #options: FaultProxyOptions;
  readonly #dice: Dice;
  readonly #listener = createServer({ allowHalfOpen: true }, (client) => this.#admit(client));
  readonly #connections = new Set<ProxiedConnection>();
  readonly #waiters: ((connection: ProxiedConnection) => void)[] = [];
  readonly #weather: Record<Direction, LaneWeather> = { toServer: CALM, toClient: CALM };
  #isRefusing = false;

  constructor(options: FaultProxyOptions) {
    this.#options = options;
    this.#dice = new Dice(options.seed ?? 1);
  }

  get port(): number {
    const address = this.#listener.address();
    if (address === null || typeof address === 'string') throw new Error('The fault proxy is closed.');
    return address.port;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  get connections(): readonly ProxiedConnection[] {
    return [...this.#connections];
  }

  async listen(port: number): Promise<void> {
    this.#listener.listen(port, '127.0.0.1');
    await once(this.#listener, 'listening');
  }

  nextConnection(): Promise<ProxiedConnection> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
    });
  }

  freeze(direction?: Direction): void {
    this.#change(direction, { isFrozen: true });
    for (const connection of this.#connections) connection.freeze(direction);
  }

  thaw(direction?: Direction): void {
    this.#change(direction, { isFrozen: false });
    for (const connection of this.#connections) connection.thaw(direction);
  }

  delay({ delayMs, jitterMs = 0 }: Parameters<Faults['delay']>[0], direction?: Direction): void {
    this.#change(direction, { delayMs, jitterMs });
    for (const connection of this.#connections) connection.delay({ delayMs, jitterMs }, direction);
  }

  throttle(bytesPerSecond: number, direction?: Direction): void {
    if (!(bytesPerSecond > 0)) {
      throw new RangeError(`bytesPerSecond is ${bytesPerSecond}; it must be more than 0. To stop all, freeze.`);
    }
    this.#change(direction, { bytesPerSecond });
    for (const connection of this.#connections) connection.throttle(bytesPerSecond, direction);
  }

  corrupt(options?: CorruptOptions): Promise<void> {
    return this.#each((connection) => connection.corrupt(options));
  }

  cut(kind?: CutKind): Promise<void> {
    return this.#each((connection) => connection.cut(kind));
  }

  cutInFrame(direction?: Direction): Promise<void> {
    return this.#each((connection) => connection.cutInFrame(direction));
  }

  refuse(): void {
    this.#isRefusing = true;
  }

  heal(): void {
    this.#isRefusing = false;
    this.#weather.toServer = this.#weather.toClient = CALM;
    for (const connection of this.#connections) connection.heal();
  }

  async close(): Promise<void> {
    if (!this.#listener.listening) return;
    const closed = once(this.#listener, 'close');
    this.#listener.close();
    await this.cut();
    await closed;
  }

  #change(direction: Direction | undefined, weather: Partial<LaneWeather>): void {
    for (const each of direction === undefined ? (['toServer', 'toClient'] as const) : [direction]) {
      this.#weather[each] = { ...this.#weather[each], ...weather };
    }
  }

  async #each(action: (connection: ProxiedConnection) => Promise<void>): Promise<void> {
    await Promise.all(this.connections.map(action));
  }

  #admit(client: Socket): void {
    if (this.#isRefusing) return cutSocket(client, 'reset');
    const { port, host = '127.0.0.1' } = this.#options.target;
    const server = connect({ port, host, allowHalfOpen: true });
    for (const socket of [client, server]) socket.setNoDelay(true);
    const connection = new ProxiedConnection(client, server, this.#weather, {
      clock: this.#options.clock ?? systemClock,
      random: this.#dice.next,
      maxHeldBytes: this.#options.maxHeldBytes ?? MAX_HELD_BYTES,
    });
    this.#connections.add(connection);
    void connection.closed.then(() => this.#connections.delete(connection));
    for (const resolve of this.#waiters.splice(0)) resolve(connection);
  }
}
