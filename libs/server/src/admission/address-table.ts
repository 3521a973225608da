import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type AddressOf, peerAddress } from './peer-address.js';

/** Whether an address may have one more connection; `crowded` when not even one to tell it so. */
export type AddressRoom = 'free' | 'full' | 'crowded';

/** Sockets of an address, those that are only opened to be closed among them, are cut at this many times its connections. */
const CROWD_FACTOR = 2;

/** Decides by the sockets that an address has open. A limit of 0 is none. */
export function decideRoom(openCount: number, maxConnections: number): AddressRoom {
  if (maxConnections === 0 || openCount < maxConnections) return 'free';
  return openCount < maxConnections * CROWD_FACTOR ? 'full' : 'crowded';
}

/** Counts the open sockets of each address. An address without any has no entry. */
export class AddressTable {
  readonly maxPerAddress: number;
  readonly #addressOf: AddressOf;
  readonly #onError: (thrown: unknown, request: IncomingMessage) => void;
  readonly #openCounts = new Map<string, number>();

  /** @param onError is told what the application's function threw; the peer then counts under its own address. */
  constructor(
    options: { readonly maxConnectionsPerAddress: number; readonly addressOf: AddressOf },
    onError: (thrown: unknown, request: IncomingMessage) => void,
  ) {
    this.maxPerAddress = options.maxConnectionsPerAddress;
    this.#addressOf = options.addressOf;
    this.#onError = onError;
  }

  /** How many addresses have a socket open. */
  get addressCount(): number {
    return this.#openCounts.size;
  }

  /** Whether there is room for one more socket of the address of a request. */
  roomFor(request: IncomingMessage): AddressRoom {
    return this.roomUnder(this.nameFor(request));
  }

  /** Whether there is room for one more socket under a name, such as `nameFor` gives. */
  roomUnder(name: string | undefined): AddressRoom {
    return decideRoom(this.#countOf(name), this.maxPerAddress);
  }

  /** Counts one more socket under a name. */
  enter(name: string | undefined): void {
    if (name !== undefined && this.maxPerAddress > 0) this.#openCounts.set(name, this.#countOf(name) + 1);
  }

  /** A socket that was counted under this name is gone. */
  leave(name: string | undefined): void {
    if (name === undefined) return;
    const rest = this.#countOf(name) - 1;
    if (rest > 0) this.#openCounts.set(name, rest);
    else this.#openCounts.delete(name);
  }

  /**
   * The address that a socket is to be counted under; undefined where none is counted and the application names none. Then
   * `peerAddress` can tell it later, and the platform need not keep it for every socket.
   */
  nameFor(request: IncomingMessage): string | undefined {
    return this.maxPerAddress === 0 && !this.#isNamedByApplication ? undefined : this.nameOf(request);
  }

  /** The address as notices show it: as the application names it, else all of what the platform knows. */
  shownAddress(name: string | undefined, { remoteAddress }: Pick<Socket, 'remoteAddress'>): string | undefined {
    return this.#isNamedByApplication ? name : remoteAddress;
  }

  /** The address that a request counts under. Never throws: this runs in listeners of the HTTP server, where that would end the process. */
  nameOf(request: IncomingMessage): string {
    try {
      const address: unknown = this.#addressOf(request);
      if (typeof address === 'string') return address;
      throw new TypeError(`The option addressOf gave ${typeof address}; it must give a string.`);
    } catch (thrown) {
      this.#onError(thrown, request);
      return peerAddress(request);
    }
  }

  get #isNamedByApplication(): boolean {
    return this.#addressOf !== peerAddress;
  }

  #countOf(name: string | undefined): number {
    return (name === undefined ? undefined : this.#openCounts.get(name)) ?? 0;
  }
}
