import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { Duplex } from 'node:stream';
import { isJsonRecord, type JsonRecord } from '@trunkline/protocol';

/** A native client that is nothing but frames: it keeps all that was sent and received. */
export class FramePeer {
  readonly sent: JsonRecord[] = [];
  readonly received: JsonRecord[] = [];
  readonly #stream: Duplex;
  readonly #waiters: (() => void)[] = [];
  #bytes = Buffer.alloc(0);

  private constructor(stream: Duplex, head: Buffer) {
    this.#stream = stream;
    stream.on('data', (bytes: Buffer) => this.#read(bytes));
    this.#read(head);
  }

  static async connect(url: string): Promise<FramePeer> {
    const upgrade = request(url.replace('ws:', 'http:'), {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
        'sec-websocket-protocol': 'trunkline.v1',
      },
    });
    upgrade.end();
    const [, stream, head]: [unknown, Duplex, Buffer] = await once(upgrade, 'upgrade').then(
      ([response, duplex, rest]) => [response, duplex, rest],
    );
    return new FramePeer(stream, head);
  }

  send(message: JsonRecord): void {
    const whole = { jsonrpc: '2.0', ...message };
    this.sent.push(whole);
    const text = Buffer.from(JSON.stringify(whole));
    const length =
      text.length < 126 ? Buffer.from([0x80 | text.length]) : Buffer.from([0xfe, text.length >> 8, text.length & 255]);
    // A mask of zeroes leaves the text as it is.
    this.#stream.write(Buffer.concat([Buffer.from([0x81]), length, Buffer.alloc(4), text]));
  }

  /** The first message that came or comes, of which this is true. */
  async receive(isWanted: (message: JsonRecord) => boolean): Promise<JsonRecord> {
    for (;;) {
      const found = this.received.find(isWanted);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiters.push(resolve));
    }
  }

  answerTo(id: number): Promise<JsonRecord> {
    return this.receive((message) => message['id'] === id);
  }

  close(): void {
    this.#stream.destroy();
  }

  #read(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    for (let text = this.#takeFrame(); text !== undefined; text = this.#takeFrame()) {
      const message: unknown = text === '' ? undefined : JSON.parse(text);
      if (isJsonRecord(message)) this.received.push(message);
    }
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  /** The text of the next whole frame, empty for one that is no text; undefined while there is none. */
  #takeFrame(): string | undefined {
    if (this.#bytes.length < 2) return undefined;
    const short = this.#bytes.readUInt8(1);
    const start = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (this.#bytes.length < start) return undefined;
    const length =
      short < 126 ? short : short === 126 ? this.#bytes.readUInt16BE(2) : Number(this.#bytes.readBigUInt64BE(2));
    if (this.#bytes.length < start + length) return undefined;
    const isText = this.#bytes.readUInt8(0) === 0x81;
    const text = this.#bytes.subarray(start, start + length).toString();
    this.#bytes = this.#bytes.subarray(start + length);
    return isText ? text : '';
  }
}
