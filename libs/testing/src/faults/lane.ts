import type { Socket } from 'node:net';
import type { Cancel, Clock } from '@trunkline/protocol';
import { cutSocket } from './cut-socket.js';
import { FrameScanner, type PayloadPart } from './frame-scanner.js';

/** How bytes travel in one direction. */
export interface LaneWeather {
  /** Bytes are taken and held. */
  readonly isFrozen: boolean;
  readonly delayMs: number;
  /** Up to so many milliseconds are added to the delay of each chunk. Order stays. */
  readonly jitterMs: number;
  /** `Infinity` for no limit. */
  readonly bytesPerSecond: number;
}

export const CALM: LaneWeather = { isFrozen: false, delayMs: 0, jitterMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY };

/** What a lane needs beside its sockets. */
export interface LaneOptions {
  readonly clock: Clock;
  /** Chance between 0 and 1. */
  readonly random: () => number;
  /** How much a frozen lane takes before it stops reading. */
  readonly maxHeldBytes: number;
  /** Called when the connection is to be cut at this place of the stream. */
  readonly cut: () => void;
}

type Item =
  | { readonly type: 'bytes'; readonly bytes: Buffer; readonly dueAt: number }
  | { readonly type: 'end' | 'reset' | 'cut'; readonly dueAt: number };

/** A lane that is not frozen stops reading here, so that who writes feels who does not read. */
const MAX_QUEUED_BYTES = 65_536;

const TEXT_OPCODES: ReadonlySet<number> = new Set([0, 1]);

/** One direction of a proxied connection. */
export class Lane {
  readonly #source: Socket;
  readonly #sink: Socket;
  readonly #options: LaneOptions;
  readonly #scanner = new FrameScanner();
  readonly #queue: Item[] = [];
  #weather: LaneWeather;
  #queuedBytes = 0;
  #isBlocked = false;
  /** When the last chunk falls due, and when the throttle lets the next piece through. */
  #lastDueAt = 0;
  #freeAt = 0;
  #cancel: Cancel | undefined;
  #isCutArmed = false;
  #corruption: { readonly isDetectable: boolean; readonly done: () => void } | undefined;

  constructor(source: Socket, sink: Socket, weather: LaneWeather, options: LaneOptions) {
    this.#source = source;
    this.#sink = sink;
    this.#weather = weather;
    this.#options = options;
    source.on('data', (chunk: Buffer) => this.#take(chunk));
    source.on('end', () => this.#put({ type: 'end', dueAt: this.#nextDueAt() }));
    source.on('error', () => this.#put({ type: 'reset', dueAt: this.#nextDueAt() }));
    sink.on('drain', () => {
      this.#isBlocked = false;
      this.#pump();
    });
  }

  setWeather(weather: Partial<LaneWeather>): void {
    this.#weather = { ...this.#weather, ...weather };
    if (this.#weather.bytesPerSecond === Number.POSITIVE_INFINITY) this.#freeAt = 0;
    this.#pump();
  }

  /** Cuts the connection inside the next text frame: its first bytes arrive, the rest never does. */
  armCut(): void {
    this.#isCutArmed = true;
  }

  /** Flips one bit of the payload of the next text frame. */
  armCorruption(isDetectable: boolean, done: () => void): void {
    this.#corruption?.done();
    this.#corruption = { isDetectable, done };
  }

  disarm(): void {
    this.#isCutArmed = false;
    this.#corruption?.done();
    this.#corruption = undefined;
  }

  /** Forgets what is held. */
  stop(): void {
    this.#cancel?.();
    this.#queue.length = 0;
    this.disarm();
  }

  #take(chunk: Buffer): void {
    const parts = this.#scanner.feed(chunk).filter(({ opcode }) => TEXT_OPCODES.has(opcode));
    const cutAt = this.#isCutArmed ? this.#placeInside(parts) : undefined;
    const bytes = this.#corrupt(cutAt === undefined ? chunk : chunk.subarray(0, cutAt), parts);
    const dueAt = this.#nextDueAt();
    this.#queuedBytes += bytes.length;
    this.#put({ type: 'bytes', bytes, dueAt });
    if (cutAt !== undefined) {
      this.#isCutArmed = false;
      this.#source.pause();
      this.#put({ type: 'cut', dueAt });
    }
  }

  // Neither before the first byte of the payload nor behind its last.
  #placeInside(parts: readonly PayloadPart[]): number | undefined {
    const part = parts.find(({ start, end }) => end - start >= 2);
    if (part === undefined) return undefined;
    return part.start + 1 + Math.floor(this.#options.random() * (part.end - part.start - 1));
  }

  #corrupt(bytes: Buffer, parts: readonly PayloadPart[]): Buffer {
    const part = parts.find(({ start }) => start < bytes.length);
    if (this.#corruption === undefined || part === undefined) return bytes;
    const { isDetectable, done } = this.#corruption;
    const { random } = this.#options;
    const at = part.start + Math.floor(random() * (Math.min(part.end, bytes.length) - part.start));
    // A lone high bit in ASCII is never valid UTF-8 (RFC 3629), with the mask of a client or without.
    const bit = isDetectable ? 0x80 : 1 << Math.floor(random() * 8);
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ bit;
    this.#corruption = undefined;
    done();
    return copy;
  }

  #nextDueAt(): number {
    const { delayMs, jitterMs } = this.#weather;
    const dueAt = this.#options.clock.now() + delayMs + Math.floor(jitterMs * this.#options.random());
    this.#lastDueAt = Math.max(this.#lastDueAt, dueAt);
    return this.#lastDueAt;
  }

  #put(item: Item): void {
    this.#queue.push(item);
    this.#pump();
  }

  #pump(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    for (let item = this.#queue[0]; item !== undefined && this.#mayPass(item); item = this.#queue[0]) {
      this.#queue.shift();
      this.#pass(item);
    }
    const mostBytes = this.#weather.isFrozen ? this.#options.maxHeldBytes : MAX_QUEUED_BYTES;
    if (this.#queuedBytes > mostBytes || this.#queue.some(({ type }) => type === 'cut')) this.#source.pause();
    else if (this.#source.isPaused()) this.#source.resume();
  }

  #mayPass(item: Item): boolean {
    if (this.#weather.isFrozen || this.#isBlocked) return false;
    const waitMs = Math.max(item.dueAt, this.#freeAt) - this.#options.clock.now();
    if (waitMs <= 0) return true;
    this.#cancel = this.#options.clock.schedule(waitMs, () => this.#pump());
    return false;
  }

  #pass(item: Item): void {
    if (item.type === 'bytes') return this.#write(item.bytes, item.dueAt);
    if (item.type === 'cut') return this.#options.cut();
    if (item.type === 'end') this.#sink.end();
    else cutSocket(this.#sink, 'reset');
  }

  // A throttled lane writes pieces of a fiftieth of a second.
  #write(bytes: Buffer, dueAt: number): void {
    const { bytesPerSecond } = this.#weather;
    const piece = bytes.subarray(0, Math.max(1, Math.min(bytes.length, Math.floor(bytesPerSecond / 50))));
    if (piece.length < bytes.length) this.#queue.unshift({ type: 'bytes', bytes: bytes.subarray(piece.length), dueAt });
    if (bytesPerSecond !== Number.POSITIVE_INFINITY) {
      this.#freeAt = this.#options.clock.now() + (piece.length / bytesPerSecond) * 1000;
    }
    this.#queuedBytes -= piece.length;
    if (this.#sink.writable) this.#isBlocked = !this.#sink.write(piece);
  }
}
