import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { isJsonRecord, type JsonRecord, NATIVE_SUBPROTOCOL } from '@trunkline/protocol';
import { type ClientOptions, WebSocket } from 'ws';

export interface PeerOptions extends ClientOptions {
  /** What the upgrade offers: none for the stock dialect. @default ['trunkline.v1'] */
  readonly subprotocols?: readonly string[];
}

interface Waiter {
  readonly isWanted: (message: JsonRecord) => boolean;
  readonly resolve: (message: JsonRecord) => void;
  readonly reject: (error: Error) => void;
}

/** A peer made of frames: it sends what a spec writes, keeps what comes, and logs both. */
export class RawPeer {
  readonly socket: WebSocket;
  /** Everything said so far, a frame a line, without the member `jsonrpc` and with `run` for the random part of a cursor. */
  readonly log: string[] = [];
  readonly #inbox: JsonRecord[] = [];
  #waiters: Waiter[] = [];
  #closing: { readonly code: number; readonly reason: string } | undefined;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  #lastId = 0;

  constructor(url: string, { subprotocols = [NATIVE_SUBPROTOCOL], ...options }: PeerOptions = {}) {
    this.socket = new WebSocket(url, [...subprotocols], options);
    this.socket.on('message', (data) => this.#receive((data as Buffer).toString()));
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => {
        this.#closing = { code, reason: reason.toString() };
        this.log.push(`← close ${code}`);
        for (const { reject } of this.#waiters.splice(0)) reject(this.#closedError());
        resolve(this.#closing);
      });
    });
  }

  async opened(): Promise<this> {
    if (this.socket.readyState === WebSocket.CONNECTING) await once(this.socket, 'open');
    return this;
  }

  sendText(text: string): void {
    this.log.push(`→ ${readable(text)}`);
    this.socket.send(text);
  }

  /** Writes bytes past the WebSocket, as a peer may that is none. */
  sendBytes(bytes: Uint8Array): void {
    const transport: unknown = Reflect.get(this.socket, '_socket');
    if (transport instanceof Duplex) transport.write(bytes);
  }

  send(...messages: readonly unknown[]): void {
    for (const message of messages) this.sendText(JSON.stringify(message));
  }

  /** Sends a native request. @returns its id. */
  request(method: string, params?: JsonRecord, id: number | string = ++this.#lastId): number | string {
    this.send({ jsonrpc: '2.0', id, method, ...(params && { params }) });
    return id;
  }

  notify(method: string, params: JsonRecord): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** Sends a native request and waits for its answer. */
  async call(method: string, params?: JsonRecord): Promise<JsonRecord> {
    return this.answerTo(this.request(method, params));
  }

  answerTo(id: number | string | null): Promise<JsonRecord> {
    return this.take((message) => message['id'] === id);
  }

  /** Waits for the next native notification of this name. */
  notified(method: string): Promise<JsonRecord> {
    return this.take((message) => message['method'] === method).then((message) => message['params'] as JsonRecord);
  }

  /** The next message that nobody has taken; an array or a bare word stands as `{ value }`. */
  next(): Promise<JsonRecord> {
    return this.take(() => true);
  }

  /** Takes the first message that is wanted, now or when it comes; rejects when the socket closes before. */
  take(isWanted: (message: JsonRecord) => boolean): Promise<JsonRecord> {
    const index = this.#inbox.findIndex(isWanted);
    const [found] = index === -1 ? [] : this.#inbox.splice(index, 1);
    if (found !== undefined) return Promise.resolve(found);
    if (this.#closing !== undefined) return Promise.reject(this.#closedError());
    return new Promise((resolve, reject) => {
      this.#waiters.push({ isWanted, resolve, reject });
    });
  }

  /** Takes what came and nobody has taken. */
  takeAll(): readonly JsonRecord[] {
    return this.#inbox.splice(0);
  }

  /** What came and was not taken. */
  get untaken(): readonly JsonRecord[] {
    return this.#inbox;
  }

  #receive(text: string): void {
    this.log.push(`← ${readable(text)}`);
    const message = parse(text);
    const waiter = this.#waiters.find(({ isWanted }) => isWanted(message));
    if (waiter === undefined) return void this.#inbox.push(message);
    this.#waiters = this.#waiters.filter((other) => other !== waiter);
    waiter.resolve(message);
  }

  #closedError(): Error {
    return new Error(
      `The socket closed with ${this.#closing?.code} (${this.#closing?.reason}).\n${this.log.join('\n')}`,
    );
  }
}

function parse(text: string): JsonRecord {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonRecord(value) ? value : { value };
  } catch {
    return { value: text };
  }
}

function readable(text: string): string {
  return text.replaceAll('"jsonrpc":"2.0",', '').replaceAll(/"cursor":"[\w-]{1,32}\./g, '"cursor":"run.');
}
