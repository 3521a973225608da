import type { WebSocketConstructor, WebSocketLike } from '../connection/socket-port.js';

/** The server's side of one connection, played by a test. Nothing happens unless the test makes it happen. */
export class ScriptedSocket implements WebSocketLike {
  readonly url: string;
  readonly subprotocol: string | undefined;
  readyState = 0;
  binaryType = 'blob';
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: never) => void) | null = null;
  onerror: ((event: never) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  /** What the client closed with; undefined while it has not. */
  closedWith: number | undefined;
  /** What the client has sent and the test has not read yet. */
  #unread: ClientMessage[] = [];
  readonly #unreadTexts: string[] = [];

  constructor(url: string, subprotocol: string | undefined) {
    this.url = url;
    this.subprotocol = subprotocol;
  }

  send(text: string): void {
    if (text.startsWith('{')) this.#unread.push(JSON.parse(text));
    else this.#unreadTexts.push(text);
  }

  close(code = 1005): void {
    this.closedWith = code;
    this.readyState = 2;
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.({} as never);
  }

  /** Sends a frame to the client: text as it is, anything else as JSON. */
  say(message: unknown): void {
    const data = typeof message === 'string' || message instanceof ArrayBuffer ? message : JSON.stringify(message);
    this.onmessage?.({ data } as never);
  }

  /** Answers the hello, which counts as read then. */
  welcome(limits: object = {}, more: object = {}): void {
    const hello = this.read('rpc.hello')[0];
    this.answer(hello?.id, { server: { name: 's', version: '1' }, limits, features: [], ...more });
  }

  answer(id: unknown, result: object): void {
    this.say({ jsonrpc: '2.0', id, result });
  }

  fail(id: unknown, code: string, data: object = {}): void {
    this.say({ jsonrpc: '2.0', id, error: { code: -32000, message: `It is ${code}.`, data: { code, ...data } } });
  }

  /** An event of a subscription. */
  next(subscription: number, cursor: string, data: unknown): void {
    this.say({ jsonrpc: '2.0', method: 'rpc.next', params: { subscription, cursor, data } });
  }

  /** Ends the connection as the network or the server would. */
  drop(code: number, reason = ''): void {
    this.readyState = 3;
    this.onclose?.({ code, reason } as never);
  }

  /** What the client has sent since the last look: everything, or only what has one method. */
  read(method?: string): ClientMessage[] {
    const isRead = (message: ClientMessage): boolean => method === undefined || message.method === method;
    const messages = this.#unread.filter(isRead);
    this.#unread = this.#unread.filter((message) => !isRead(message));
    return messages;
  }

  /** What the client has sent that is no JSON. */
  readTexts(): string[] {
    return this.#unreadTexts.splice(0);
  }
}

/** A message of a client. */
export interface ClientMessage {
  readonly id?: number;
  readonly method: string;
  readonly params?: Record<string, unknown>;
}

/** Makes sockets for a client under test and keeps them, in order. */
export class ScriptedServer {
  readonly sockets: ScriptedSocket[] = [];

  get WebSocket(): WebSocketConstructor {
    const { sockets } = this;
    return class extends ScriptedSocket {
      constructor(url: string, protocols?: string | string[]) {
        super(url, protocols === undefined ? undefined : String(protocols));
        sockets.push(this);
      }
    };
  }

  /** The socket that was made last. */
  get socket(): ScriptedSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error('The client has opened no socket.');
    return socket;
  }
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
