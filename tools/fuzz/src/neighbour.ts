import { once } from 'node:events';
import { WebSocket } from 'ws';
import { within } from './within.js';

/** A peer that does nothing wrong and must be answered whatever others do. */
export class Neighbour {
  readonly #socket: WebSocket;
  #lastId = 0;

  constructor(url: string) {
    this.#socket = new WebSocket(url, ['trunkline.v1']);
  }

  async greet(): Promise<void> {
    await within('The handshake of the neighbour', once(this.#socket, 'open'));
    await this.#ask('rpc.hello', {});
  }

  async assertAnswered(): Promise<void> {
    const answer = await this.#ask('echo', { input: 'well' });
    if (!answer.includes('"output":"well"')) throw new Error(`The neighbour was answered with ${answer}.`);
  }

  async close(): Promise<void> {
    this.#socket.close();
    await within('The close of the neighbour', once(this.#socket, 'close'));
  }

  async #ask(method: string, params: object): Promise<string> {
    this.#lastId += 1;
    const answered = once(this.#socket, 'message');
    this.#socket.send(JSON.stringify({ jsonrpc: '2.0', id: this.#lastId, method, params }));
    const [data] = await within<readonly unknown[]>(`The answer to the ${method} of the neighbour`, answered);
    return String(data);
  }
}
