import type { SocketPort } from './socket-port.js';

/**
 * The one place that sends. What is put in during one turn leaves together, in order, in a microtask: no timer, and no
 * write for each message. It holds no more than one turn puts in.
 */
export class Outbox {
  readonly #socket: SocketPort;
  #texts: string[] = [];

  constructor(socket: SocketPort) {
    this.#socket = socket;
  }

  put(text: string): void {
    this.#texts.push(text);
    if (this.#texts.length === 1) queueMicrotask(() => this.flush());
  }

  /** Sends at once what waits for its microtask. */
  flush(): void {
    const texts = this.#texts;
    if (texts.length === 0) return;
    this.#texts = [];
    this.#socket.send(texts);
  }
}
