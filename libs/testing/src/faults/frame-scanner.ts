/** A part of a chunk that is the payload of one WebSocket frame, or a piece of it: from `start` up to `end`. */
export interface PayloadPart {
  /** What the frame is (RFC 6455, section 5.2): 1 text, 0 the continuation of a message, 8 to 10 control. */
  readonly opcode: number;
  readonly start: number;
  readonly end: number;
}

/** What ends the head of an HTTP message (RFC 9112, section 2.1). */
const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** Follows the bytes of one direction of a WebSocket: the head of the handshake, then frames (RFC 6455, section 5.2). */
export class FrameScanner {
  #isInHead = true;
  /** How many bytes of the end of the head have come in a row. */
  #matchedCount = 0;
  readonly #header: number[] = [];
  /** What is still to come of the payload of the present frame. */
  #leftBytes = 0;

  /** Reads on. @returns the parts of the chunk that are payload, in order. */
  feed(chunk: Uint8Array): readonly PayloadPart[] {
    const parts: PayloadPart[] = [];
    let at = this.#isInHead ? this.#skipHead(chunk) : 0;
    while (at < chunk.length) {
      if (this.#leftBytes === 0) {
        this.#readHeader(chunk[at] ?? 0);
        at += 1;
        continue;
      }
      const end = Math.min(chunk.length, at + this.#leftBytes);
      parts.push({ opcode: (this.#header[0] ?? 0) & 0x0f, start: at, end });
      this.#leftBytes -= end - at;
      if (this.#leftBytes === 0) this.#header.length = 0;
      at = end;
    }
    return parts;
  }

  #skipHead(chunk: Uint8Array): number {
    for (let at = 0; at < chunk.length; at += 1) {
      const isNext = chunk[at] === END_OF_HEAD[this.#matchedCount];
      this.#matchedCount = isNext ? this.#matchedCount + 1 : chunk[at] === END_OF_HEAD[0] ? 1 : 0;
      if (this.#matchedCount < END_OF_HEAD.length) continue;
      this.#isInHead = false;
      return at + 1;
    }
    return chunk.length;
  }

  #readHeader(byte: number): void {
    this.#header.push(byte);
    const second = this.#header[1];
    if (second === undefined) return;
    const shortLength = second & 0x7f;
    const lengthBytes = shortLength === 126 ? 2 : shortLength === 127 ? 8 : 0;
    const maskBytes = (second & 0x80) === 0 ? 0 : 4;
    if (this.#header.length < 2 + lengthBytes + maskBytes) return;
    const long = this.#header.slice(2, 2 + lengthBytes).reduce((length, each) => length * 256 + each, 0);
    this.#leftBytes = lengthBytes === 0 ? shortLength : long;
    // An empty frame is over with its header.
    if (this.#leftBytes === 0) this.#header.length = 0;
  }
}
