import type { WriteStream } from 'node:tty';

/** One line that says what runs now: overwritten in a terminal, one line each elsewhere. */
export class ProgressLine {
  readonly #stream: WriteStream;
  readonly #startedAt = Date.now();

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  show(text: string): void {
    const seconds = Math.round((Date.now() - this.#startedAt) / 1000);
    const line = `bench: ${seconds} s, ${text}`;
    this.#stream.write(this.#stream.isTTY ? `\r${line.slice(0, this.#stream.columns - 1)}\u001B[K` : `${line}\n`);
  }

  clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001B[K');
  }
}
