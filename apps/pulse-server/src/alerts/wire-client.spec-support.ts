import { once } from 'node:events';
import { WebSocket } from 'ws';
import * as z from 'zod';

const message = z.looseObject({ id: z.union([z.number(), z.string(), z.null()]).optional() });
const welcome = z.object({ result: z.object({ epoch: z.string().optional() }) });

/** A client made of frames, which sends what it is told to and nothing by itself. */
export class WireClient {
  readonly #socket: WebSocket;
  #epoch: string | null = null;

  constructor(url: string) {
    this.#socket = new WebSocket(url, ['trunkline.v1']);
    this.#socket.on('error', () => undefined);
  }

  /** What the server told of the life of its store. */
  get epoch(): string | null {
    return this.#epoch;
  }

  async hello(name: string): Promise<void> {
    await once(this.#socket, 'open');
    const params = { payload: 'transformed', client: { instance: 'the-spec' }, connectionParams: { name } };
    const { result } = welcome.parse(await this.#ask('rpc.hello', params));
    this.#epoch = result.epoch ?? null;
  }

  /** @param sentEpoch what the first sending knew; left out of a first sending. */
  acknowledge(key: string, sentEpoch?: string | null): Promise<unknown> {
    const sent = sentEpoch === undefined ? {} : { sent: { epoch: sentEpoch } };
    return this.#ask('alerts.acknowledge', { input: { json: { alertId: 1 } }, key, ...sent });
  }

  close(): void {
    this.#socket.terminate();
  }

  #ask(method: string, params: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#socket.once('close', () => reject(new Error('The socket closed before the answer.')));
      this.#socket.on('message', (data: Buffer) => {
        const parsed = message.parse(JSON.parse(data.toString()));
        if (parsed.id === method) resolve(parsed);
      });
      this.#socket.send(JSON.stringify({ jsonrpc: '2.0', id: method, method, params }));
    });
  }
}
