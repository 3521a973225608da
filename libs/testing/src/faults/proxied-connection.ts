import type { Socket } from 'node:net';
import { type CutKind, cutSocket } from './cut-socket.js';
import { Lane, type LaneOptions, type LaneWeather } from './lane.js';

/** Which way bytes go. */
export type Direction = 'toServer' | 'toClient';

/** What a bit flip may be. */
export interface CorruptOptions {
  /** @default 'toClient' */
  readonly direction?: Direction | undefined;
  /**
   * Whether the receiver must be able to notice: then the highest bit of an ASCII character is flipped, which makes the
   * text no UTF-8. Otherwise any bit of the payload is flipped, which WebSockets alone do not notice. @default false
   */
  readonly isDetectable?: boolean | undefined;
}

/** How much later bytes arrive. */
export interface Delay {
  readonly delayMs: number;
  /** Up to so many milliseconds more for each chunk. Order stays. @default 0 */
  readonly jitterMs?: number | undefined;
}

/** What can be done to the network between two peers. A `direction` left out means both. */
export interface Faults {
  /** Takes bytes and delivers none, and no end either: to both peers the other one is silent. */
  freeze(direction?: Direction): void;
  /** Delivers what was held, and goes on. */
  thaw(direction?: Direction): void;
  /** Lets bytes arrive later; `{ delayMs: 0 }` ends it. */
  delay(delay: Delay, direction?: Direction): void;
  /** Lets so many bytes a second through; `Infinity` ends it. */
  throttle(bytesPerSecond: number, direction?: Direction): void;
  /** Flips one bit of the next text message. Resolves when that is done, or can no longer be. */
  corrupt(options?: CorruptOptions): Promise<void>;
  /** Cuts. Resolves when both sockets are closed. */
  cut(kind?: CutKind): Promise<void>;
  /** Cuts in the middle of the next text frame. Resolves when both sockets are closed. */
  cutInFrame(direction?: Direction): Promise<void>;
}

/** One connection through a fault proxy. */
export class ProxiedConnection implements Faults {
  readonly #sockets: readonly [client: Socket, server: Socket];
  readonly #lanes: Readonly<Record<Direction, Lane>>;
  /** Resolves when both sockets are closed. */
  readonly closed: Promise<void>;

  constructor(
    client: Socket,
    server: Socket,
    weather: Readonly<Record<Direction, LaneWeather>>,
    options: Omit<LaneOptions, 'cut'>,
  ) {
    this.#sockets = [client, server];
    const laneOptions = { ...options, cut: () => void this.cut('end') };
    this.#lanes = {
      toServer: new Lane(client, server, weather.toServer, laneOptions),
      toClient: new Lane(server, client, weather.toClient, laneOptions),
    };
    this.closed = this.#untilClosed();
  }

  freeze(direction?: Direction): void {
    for (const lane of this.#along(direction)) lane.setWeather({ isFrozen: true });
  }

  thaw(direction?: Direction): void {
    for (const lane of this.#along(direction)) lane.setWeather({ isFrozen: false });
  }

  delay({ delayMs, jitterMs = 0 }: Delay, direction?: Direction): void {
    for (const lane of this.#along(direction)) lane.setWeather({ delayMs, jitterMs });
  }

  throttle(bytesPerSecond: number, direction?: Direction): void {
    for (const lane of this.#along(direction)) lane.setWeather({ bytesPerSecond });
  }

  corrupt({ direction = 'toClient', isDetectable = false }: CorruptOptions = {}): Promise<void> {
    return new Promise((resolve) => {
      this.#lanes[direction].armCorruption(isDetectable, resolve);
    });
  }

  cut(kind: CutKind = 'reset'): Promise<void> {
    for (const socket of this.#sockets) cutSocket(socket, kind);
    return this.closed;
  }

  cutInFrame(direction: Direction = 'toClient'): Promise<void> {
    this.#lanes[direction].armCut();
    return this.closed;
  }

  /** Ends every fault that lasts, and forgets those that wait for their moment. */
  heal(): void {
    for (const lane of this.#along(undefined)) {
      lane.disarm();
      lane.setWeather({ isFrozen: false, delayMs: 0, jitterMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY });
    }
  }

  #along(direction: Direction | undefined): readonly Lane[] {
    return direction === undefined ? [this.#lanes.toServer, this.#lanes.toClient] : [this.#lanes[direction]];
  }

  async #untilClosed(): Promise<void> {
    await Promise.all(this.#sockets.map(untilClosed));
    for (const lane of this.#along(undefined)) lane.stop();
  }
}

function untilClosed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
  });
}
