import { isJsonRecord, type JsonRecord } from '@trunkline/protocol';
import type { RawData, WebSocket } from 'ws';

/** Why a connection ended. */
export interface PeerClosed {
  readonly code: number;
  readonly reason: string;
}

interface Waiter {
  readonly isWanted: (message: unknown) => boolean;
  readonly resolve: (message: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One end of a real WebSocket that says exactly what a test tells it, and keeps what it hears. A message is any value: text
 * is sent as it is, everything else as JSON; what is heard is the parsed JSON, or the text where it is none.
 */
export class ScriptedPeer {
  readonly #socket: WebSocket;
  readonly #heard: unknown[] = [];
  #waiters: Waiter[] = [];
  #lastId = 0;
  #closing: PeerClosed | undefined;
  /** Resolves with how the connection ended. */
  readonly closed: Promise<PeerClosed>;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(parse(textOf(data))));
    // `close` always follows, and says it.
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => {
        this.#closing = { code, reason: reason.toString() };
        for (const { reject } of this.#waiters.splice(0)) reject(this.#closedError());
        resolve(this.#closing);
      });
    });
  }

  /** The subprotocol of the connection; empty for the stock dialect. */
  get subprotocol(): string {
    return this.#socket.protocol;
  }

  /** What was heard and nobody has taken yet. */
  get untaken(): readonly unknown[] {
    return this.#heard;
  }

  /** Sends messages, each in a frame of its own. */
  say(...messages: readonly unknown[]): void {
    for (const message of messages) {
      this.#socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    }
  }

  /** Sends a binary frame. */
  sayBinary(bytes: Uint8Array): void {
    this.#socket.send(bytes);
  }

  /** Sends a request of the native dialect. @returns its id. */
  request(method: string, params?: JsonRecord): number {
    this.#lastId += 1;
    this.say({ jsonrpc: '2.0', id: this.#lastId, method, ...(params && { params }) });
    return this.#lastId;
  }

  /** Sends a notification of the native dialect. */
  notify(method: string, params: JsonRecord): void {
    this.say({ jsonrpc: '2.0', method, params });
  }

  /** Answers a request of the native dialect. */
  answer(id: unknown, result: JsonRecord): void {
    this.say({ jsonrpc: '2.0', id, result });
  }

  /** Answers a request of the native dialect with an error. */
  fail(id: unknown, error: { readonly code: number; readonly message: string; readonly data: JsonRecord }): void {
    this.say({ jsonrpc: '2.0', id, error });
  }

  /** Takes the next message. Rejects when the connection ends before it comes. */
  hear(): Promise<unknown> {
    return this.#take(() => true);
  }

  /** Takes the first message that is an object with these members, now or when it comes. */
  async hearWith(members: JsonRecord): Promise<JsonRecord> {
    const isWanted = (message: unknown): boolean =>
      isJsonRecord(message) && Object.entries(members).every(([name, value]) => message[name] === value);
    const message = await this.#take(isWanted);
    return isJsonRecord(message) ? message : {};
  }

  /** Takes the next request of the native dialect, or of this method; with an id that `answer` takes. */
  async hearRequest(method?: string): Promise<JsonRecord> {
    const message = await this.#take(
      (each) =>
        isJsonRecord(each) && 'id' in each && (method === undefined ? 'method' in each : each['method'] === method),
    );
    return isJsonRecord(message) ? message : {};
  }

  /** Begins the closing handshake. */
  close(code?: number, reason?: string): Promise<PeerClosed> {
    this.#socket.close(code, reason);
    return this.closed;
  }

  /** Cuts the connection without one. */
  cut(): Promise<PeerClosed> {
    this.#socket.terminate();
    return this.closed;
  }

  /** Stops reading, as a slow peer does; its WebSocket does not answer pings either. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  #take(isWanted: (message: unknown) => boolean): Promise<unknown> {
    const index = this.#heard.findIndex(isWanted);
    if (index >= 0) return Promise.resolve(this.#heard.splice(index, 1)[0]);
    if (this.#closing !== undefined) return Promise.reject(this.#closedError());
    return new Promise((resolve, reject) => {
      this.#waiters.push({ isWanted, resolve, reject });
    });
  }

  #hear(message: unknown): void {
    const waiter = this.#waiters.find(({ isWanted }) => isWanted(message));
    if (waiter === undefined) return void this.#heard.push(message);
    this.#waiters = this.#waiters.filter((other) => other !== waiter);
    waiter.resolve(message);
  }

  #closedError(): Error {
    const untaken = JSON.stringify(this.#heard);
    return new Error(
      `The connection ended with ${this.#closing?.code} (${this.#closing?.reason}); untaken: ${untaken}`,
    );
  }
}

/** The text of a frame. `ws` gives one buffer unless another form was asked for. */
export function textOf(data: RawData): string {
  if (Buffer.isBuffer(data)) return data.toString();
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)).toString();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
