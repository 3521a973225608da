import type { SocketPort } from '../sockets/socket-port.js';

interface Write {
  readonly frames: readonly string[];
  readonly onTaken: () => void;
}

/** A socket whose peer reads when a spec says so. Frames are ASCII, so that their characters are their bytes. */
export class FakeSocket implements SocketPort {
  /** What was done to it, in order; a write stands as its frames. */
  readonly log: (string | readonly string[])[] = [];
  readonly #unread: Write[] = [];
  /** Whether the system takes each write at once, as it does while its own buffers have room. */
  takesAtOnce = false;
  bufferedBytes = 0;
  progress = 0;

  /** Every frame that was written, in order. */
  get frames(): readonly string[] {
    return this.log.filter((entry) => typeof entry !== 'string').flat();
  }

  /** Everything but the writes. */
  get actions(): readonly string[] {
    return this.log.filter((entry) => typeof entry === 'string');
  }

  get hasUnread(): boolean {
    return this.#unread.length > 0;
  }

  sendAll(frames: readonly string[], onTaken: () => void): void {
    this.log.push([...frames]);
    this.#unread.push({ frames, onTaken });
    if (!this.takesAtOnce) this.bufferedBytes += byteCount(frames);
  }

  /** The system takes a part of the oldest write, which still counts as a whole. */
  takePart(): void {
    this.progress += 1;
  }

  /** The system takes the oldest write. */
  take(): void {
    const write = this.#unread.shift();
    if (write === undefined) return;
    this.progress += 1;
    if (!this.takesAtOnce) this.bufferedBytes -= byteCount(write.frames);
    write.onTaken();
  }

  takeAll(): void {
    while (this.#unread.length > 0) this.take();
  }

  pause(): void {
    this.log.push('pause');
  }

  resume(): void {
    this.log.push('resume');
  }

  ping(): void {
    this.log.push('ping');
  }

  close(code: number, reason: string): void {
    this.log.push(`close ${code} ${reason}`);
  }

  closeBare(): void {
    this.log.push('close');
  }

  terminate(): void {
    this.log.push('terminate');
  }
}

function byteCount(frames: readonly string[]): number {
  return frames.reduce((sum, frame) => sum + frame.length, 0);
}
