import type { Cancel } from '@trunkline/protocol';
import type { Session, SessionContext } from '../dialect/dialect.js';
import { toSocketAddress } from './address.js';
import type { ConnectionHost, ConnectionSettings } from './connection-settings.js';
import type { ConnectionTarget } from './connection-target.js';
import { Liveness } from './liveness.js';
import { Outbox } from './outbox.js';
import type { SocketPort } from './socket-port.js';

/** What one link tells the connection that made it. Nothing is told after its end. */
export interface LinkEvents extends Pick<SessionContext, 'welcomed' | 'refused' | 'expiring' | 'broken'> {
  opened(): void;
  /** It is time to go: the server stops. */
  movedOn(): void;
  /** A message was read, and everything that follows from it is done. */
  progressed(): void;
  /** Nothing came for `silentMs`, not even after a ping. */
  silent(silentMs: number): void;
  closed(code: number, detail: string): void;
}

/** One socket, the conversation on it, and the watch over its silence. */
export class Link {
  readonly address: string;
  readonly #settings: ConnectionSettings;
  readonly #host: ConnectionHost;
  readonly #events: LinkEvents;
  readonly #socket: SocketPort;
  readonly #liveness: Liveness | undefined;
  #outbox: Outbox | undefined;
  #session: Session | undefined;
  #isOver = false;
  #hasSaidGoodbye = false;
  #cancelMove: Cancel | undefined;
  #tellOver: () => void = () => undefined;
  /** Resolves when the link is over. */
  readonly over = new Promise<void>((resolve) => {
    this.#tellOver = resolve;
  });
  /** When the server leaves, at the latest, in milliseconds since the epoch. */
  deadlineAt = Infinity;

  /** Opens the socket. Throws for an address that is none. */
  constructor(target: ConnectionTarget, settings: ConnectionSettings, host: ConnectionHost, events: LinkEvents) {
    const { dialect, clock, keepAlive } = settings;
    this.address = target.address;
    this.#settings = settings;
    this.#host = host;
    this.#events = events;
    this.#socket = settings.openSocket(
      dialect.addressOf(toSocketAddress(target.address), target.params),
      dialect.subprotocol,
      {
        opened: () => this.#isOver || this.#opened(),
        received: (text) => this.#isOver || this.#received(text),
        receivedBinary: () => this.#isOver || events.broken('SERVER_VIOLATION', 'It sent a binary frame.'),
        heard: () => this.#liveness?.heard(),
        closed: (code, detail) => this.#isOver || events.closed(code, detail),
      },
    );
    if (keepAlive === false) return;
    this.#liveness = new Liveness(clock, keepAlive, {
      isBusy: () => host.isBusy(),
      ping: () => this.session?.ping(),
      gaveUp: (silentMs) => events.silent(silentMs),
    });
  }

  /** The conversation, from the moment the socket is open until the link is over. */
  get session(): Session | undefined {
    return this.#isOver ? undefined : this.#session;
  }

  /** An answer or an event has become due. */
  watch(): void {
    this.#liveness?.watch();
  }

  /** The server was heard of just now, so silence begins anew. */
  heard(): void {
    this.#liveness?.heard();
  }

  /** Asks for a sign of life at once. */
  check(): void {
    this.#liveness?.check();
  }

  /** Begins the closing handshake; `closed` follows. */
  close(code: number): void {
    this.#liveness?.stop();
    this.#outbox?.flush();
    this.#socket.close(code, '');
  }

  /** Begins the closing handshake, and is over. */
  leave(code: number): void {
    this.#hasSaidGoodbye = true;
    this.close(code);
    this.end();
  }

  /** Drops the socket without waiting for it, and is over; one that was left may finish its closing handshake. */
  abandon(): void {
    this.end();
    if (!this.#hasSaidGoodbye) this.#socket.abandon();
  }

  /** Nothing of it is heard from here on. Returns what served its calls and subscriptions, if it ever opened. */
  end(): Session | undefined {
    this.#isOver = true;
    this.#tellOver();
    this.#cancelMove?.();
    this.#liveness?.stop();
    this.#session?.close?.();
    return this.#session;
  }

  #opened(): void {
    const outbox = new Outbox(this.#socket);
    this.#outbox = outbox;
    const { calls, nextId, failed, subscribeFailed } = this.#host;
    this.#session = this.#settings.dialect.createSession({
      ...this.#events,
      settings: this.#settings,
      calls,
      nextId,
      failed,
      subscribeFailed,
      draining: (reconnectAfterMs, deadlineMs) => this.#drain(reconnectAfterMs, deadlineMs),
      send: (text) => this.#isOver || outbox.put(text),
    });
    this.#events.opened();
  }

  #drain(reconnectAfterMs: number, deadlineMs: number): void {
    const { clock } = this.#settings;
    this.deadlineAt = Math.min(this.deadlineAt, clock.now() + deadlineMs);
    this.#cancelMove?.();
    if (reconnectAfterMs > 0) this.#cancelMove = clock.schedule(reconnectAfterMs, () => this.#events.movedOn());
    else this.#events.movedOn();
  }

  #received(text: string): void {
    this.#liveness?.heard();
    this.#session?.received(text);
    this.#events.progressed();
  }
}
