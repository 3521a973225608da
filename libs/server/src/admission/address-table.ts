import type { IncomingMessage } from 'node:http';
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

  roomFor(request: IncomingMessage): AddressRoom {
    if (this.maxPerAddress === 0) return 'free';
    return decideRoom(this.#openCounts.get(this.nameOf(request)) ?? 0, this.maxPerAddress);
  }

  /** Counts one more socket. @returns what takes it out again, to be called once. */
  enter(request: IncomingMessage): () => void {
    if (this.maxPerAddress === 0) return () => undefined;
    const address = this.nameOf(request);
    this.#openCounts.set(address, (this.#openCounts.get(address) ?? 0) + 1);
    return () => {
      const rest = (this.#openCounts.get(address) ?? 0) - 1;
      if (rest > 0) this.#openCounts.set(address, rest);
      else this.#openCounts.delete(address);
    };
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
}
