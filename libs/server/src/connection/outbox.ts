import type { Cancel } from '@trunkline/protocol';
import type { ServerClock } from '../clock.js';
import type { SocketPort } from '../sockets/socket-port.js';
import { type PartedAnswer, PartQueue } from './part-queue.js';
import type { ReplySink } from './reply-sink.js';

/** How much may wait to be read by one peer. */
export interface OutboxLimits {
  /** Above this many unsent bytes no subscription is asked for its next event, and nothing is read. @default 1048576 */
  readonly highWaterBytes: number;
  /** At this many unsent bytes both go on. @default 262144 */
  readonly lowWaterBytes: number;
  /** Above this many unsent bytes of earlier turns one more message closes the connection: answers cannot be held back. @default 67108864 */
  readonly maxUnsentBytes: number;
  /** How long a peer above the high mark may take nothing, in milliseconds, before it is closed. @default 30000 */
  readonly stallTimeoutMs: number;
}

export const DEFAULT_OUTBOX_LIMITS: OutboxLimits = {
  highWaterBytes: 1024 * 1024,
  lowWaterBytes: 256 * 1024,
  maxUnsentBytes: 64 * 1024 * 1024,
  stallTimeoutMs: 30_000,
};

/** Pieces of long answers are sent until this much is on its way to the peer. */
const PIECES_AHEAD_CHARACTERS = 64 * 1024;

/** What an outbox does to its connection. */
export interface OutboxHost {
  /** Told once, with a sentence: the peer does not read what it asked for. */
  giveUp(reason: string): void;
}

/**
 * Everything that leaves for one peer, in order: the only place that sends. Messages of one turn leave in one write.
 * It is bounded: who makes events asks `isFull` first and waits for relief; who answers is closed off at the limit.
 */
export class Outbox implements ReplySink {
  readonly #socket: SocketPort;
  readonly #clock: ServerClock;
  readonly #limits: OutboxLimits;
  readonly #host: OutboxHost;
  // Made when they are needed, because most connections are idle, and each of these costs as much as all the rest.
  #waiters: Set<() => void> | undefined;
  #frames: string[] | undefined;
  #queuedCharacters = 0;
  #isFlushScheduled = false;
  #isPaused = false;
  #isClosed = false;
  #cancelStall: Cancel | undefined;
  #parts: PartQueue | undefined;

  constructor(socket: SocketPort, clock: ServerClock, limits: OutboxLimits, host: OutboxHost) {
    this.#socket = socket;
    this.#clock = clock;
    this.#limits = limits;
    this.#host = host;
  }

  /** Whether so much is unsent that nothing should be made in addition. */
  get isFull(): boolean {
    return this.#aheadBytes > this.#limits.highWaterBytes;
  }

  /** Whether nothing of the peer is read until it has caught up. */
  get isHoldingBack(): boolean {
    return this.#isPaused;
  }

  /** Queues one message; it leaves with the others of this turn. After `close` it is dropped. */
  send(frame: string): void {
    if (this.#isClosed) return;
    // What was said in this turn does not count: the peer had no chance to read it yet.
    const { bufferedBytes } = this.#socket;
    if (bufferedBytes > this.#limits.maxUnsentBytes) return this.#overflow('unsent answers', bufferedBytes);
    (this.#frames ??= []).push(frame);
    this.#queuedCharacters += frame.length;
    if (this.#isFlushScheduled) return;
    this.#isFlushScheduled = true;
    this.#clock.afterTurn(() => this.flush());
  }

  /** Sends a long answer piece by piece, as the peer takes them; what is said meanwhile goes in between. */
  sendParts(answer: PartedAnswer): void {
    if (this.#isClosed) return answer.onDone();
    this.#parts ??= new PartQueue();
    this.#parts.add(answer);
    if (this.#parts.pendingCharacters > this.#limits.maxUnsentBytes)
      return this.#overflow('unsent answers', this.unsentBytes);
    if (!this.#isPaused) this.#watchForStall();
    this.#sendPieces();
  }

  get isDirect(): boolean {
    return true;
  }

  /** Sends the answer to one request by itself. */
  answer(frame: string, onSent?: () => void): void {
    this.send(frame);
    onSent?.();
  }

  /** Ends a peer that makes the socket itself answer, such as pings, and does not read what it answers. */
  overflowIfUnread(): void {
    const { bufferedBytes } = this.#socket;
    if (!this.#isClosed && bufferedBytes > this.#limits.maxUnsentBytes) this.#overflow('unsent answers', bufferedBytes);
  }

  /** Calls back once, when there is room again; never after `close`. */
  whenRelieved(waiter: () => void): void {
    if (this.#isClosed) return;
    this.#waiters ??= new Set();
    this.#waiters.add(waiter);
    // Relief ends a time of holding back, and a socket that takes everything at once would never begin one.
    if (this.isFull) this.#holdBack();
  }

  /** Takes back a `whenRelieved`. */
  forget(waiter: () => void): void {
    this.#waiters?.delete(waiter);
  }

  /** Sends what is queued now, because the socket is about to close. */
  flush(): void {
    this.#isFlushScheduled = false;
    const frames = this.#frames;
    if (this.#isClosed || frames === undefined) return;
    this.#frames = undefined;
    this.#queuedCharacters = 0;
    this.#socket.sendAll(frames, () => this.#taken());
    if (this.isFull) this.#holdBack();
  }

  /** Drops what is left and calls nobody back. */
  close(): void {
    this.#isClosed = true;
    this.#frames = undefined;
    this.#waiters = undefined;
    this.#cancelStall?.();
    const parts = this.#parts;
    this.#parts = undefined;
    parts?.drop();
  }

  // Characters stand for bytes until the socket has encoded them, which is right for ASCII and soon corrected.
  /** What waits to be read by the peer. */
  get unsentBytes(): number {
    return this.#aheadBytes + (this.#parts?.pendingCharacters ?? 0);
  }

  /** What the next message has to wait for. */
  get #aheadBytes(): number {
    return this.#socket.bufferedBytes + this.#queuedCharacters;
  }

  // Few pieces at a time, so that whatever is said next stands behind little.
  #sendPieces(): void {
    while (!this.#isClosed && this.#hasParts && this.#aheadBytes < PIECES_AHEAD_CHARACTERS) {
      this.#parts?.sendNext((frame) => this.send(frame));
    }
  }

  get #hasParts(): boolean {
    return this.#parts?.isEmpty === false;
  }

  // A peer that does not read may not make us do more work: nothing of it is read until it has caught up.
  #holdBack(): void {
    if (this.#isPaused) return;
    this.#isPaused = true;
    this.#socket.pause();
    this.#watchForStall();
  }

  #taken(): void {
    if (this.#isClosed) return;
    if (this.#hasParts) this.#sendPieces();
    if (!this.#isPaused) return this.#endWatch();
    if (this.#aheadBytes > this.#limits.lowWaterBytes) return this.#watchForStall();
    this.#endWatch();
    this.#isPaused = false;
    this.#socket.resume();
    const waiters = this.#waiters;
    if (waiters === undefined) return;
    // Who waits again meanwhile waits for the next time.
    this.#waiters = undefined;
    for (const waiter of waiters) waiter();
  }

  // Pieces that wait have to be taken some time, as everything else.
  #endWatch(): void {
    if (this.#hasParts) return this.#watchForStall();
    this.#cancelStall?.();
    this.#cancelStall = undefined;
  }

  #watchForStall(): void {
    this.#cancelStall?.();
    const { progress } = this.#socket;
    this.#cancelStall = this.#clock.schedule(this.#limits.stallTimeoutMs, () => {
      // Who reads a large message slowly takes a part of it in this time, and is waited for again.
      if (this.#socket.progress !== progress) this.#watchForStall();
      else this.#overflow('took nothing', this.unsentBytes);
    });
  }

  #overflow(what: 'unsent answers' | 'took nothing', bytes: number): void {
    const { maxUnsentBytes, stallTimeoutMs } = this.#limits;
    this.close();
    this.#host.giveUp(
      what === 'took nothing'
        ? `nothing was read for ${stallTimeoutMs} ms with ${bytes} bytes unsent (option outbox.stallTimeoutMs)`
        : `${bytes} bytes are unsent, the limit is ${maxUnsentBytes} (option outbox.maxUnsentBytes)`,
    );
  }
}
