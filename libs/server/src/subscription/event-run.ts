import type { IncomingMessage } from 'node:http';
import { encodeCursor, type GapReason, type PayloadCodec, PayloadFailure, parseCursor } from '@trunkline/protocol';
import type { ServerClock } from '../clock.js';
import { isAbortError, LazySignal } from '../dispatch/lazy-signal.js';
import type { CallInfo, DescribesCall } from '../observation/call-info.js';
import type { ErrorOrigin, ErrorReport } from '../router/error-report.js';
import type { ErrorReporter } from '../router/error-reporter.js';
import { openEventSource } from '../router/event-source.js';
import type { ProcedureRun } from '../router/procedure-run.js';
import { readTracked } from '../router/tracked.js';
import { ConflatedEvent } from './conflated-event.js';
import { ConsumerTooSlow } from './consumer-too-slow.js';
import type { FlowRule } from './flow-rule.js';
import { IteratorFeed } from './iterator-feed.js';
import type { KeptEvents } from './kept-events.js';
import { LostEvents } from './lost-events.js';
import { OfferedPosition } from './offered-position.js';
import { slowerRate } from './pace.js';
import { Pump, type PumpTarget } from './pump.js';
import { QueuedSource } from './queued-source.js';
import type { ResumableRun } from './resume.js';
import { RunDelivery, type RunReader } from './run-delivery.js';
import type { EndItem } from './run-item.js';

/** What a run is made of. */
export interface RunParts {
  /** Random, and so nobody guesses it: see `Cursor`. */
  readonly name: string;
  readonly path: string;
  /** On whose account it runs. */
  readonly owner: string;
  /** Stands for its owner, its procedure and its input: who names its cursor has the same in all of it. */
  readonly fingerprint: string;
  readonly context: unknown;
  readonly request: IncomingMessage | undefined;
  readonly codec: PayloadCodec;
  readonly clock: ServerClock;
  readonly errors: ErrorReporter;
  /** What its procedure declares; the client may ask for a slower pace. */
  readonly flow: FlowRule;
  /** What it has told and may have to tell again; undefined when nothing is kept. */
  readonly kept: KeptEvents | undefined;
  /** What `callInfo` says of its signal. */
  readonly caller: DescribesCall;
}

/**
 * One life of a source of events, from the start of its procedure to its end. It outlives the subscription that began it
 * when the connection is lost: nothing is asked of the source until the client comes back and reads on behind the last
 * item that it has.
 */
export class EventRun implements ProcedureRun, DescribesCall, PumpTarget {
  readonly kind = 'subscription';
  readonly parts: RunParts;
  /** Decoded, with the last tracked id where there is one; undefined before the start. */
  input: unknown;
  readonly #abortion = new LazySignal(this);
  #caller: DescribesCall;
  #offered: OfferedPosition | undefined;
  #trackedId: string | undefined;
  readonly #delivery: RunDelivery;
  #number = 0;
  #pump: Pump | undefined;
  #end: EndItem | undefined;
  #isLetGo = false;

  constructor(parts: RunParts) {
    this.parts = parts;
    this.#caller = parts.caller;
    this.#delivery = new RunDelivery(parts.kept);
  }

  get path(): string {
    return this.parts.path;
  }

  get context(): unknown {
    return this.parts.context;
  }

  get signal(): AbortSignal {
    return this.#abortion.signal;
  }

  get cursor(): string {
    return encodeCursor(this.parts.name, this.#number, this.#trackedId);
  }

  get end(): EndItem | undefined {
    return this.#end;
  }

  /** The number of the last item that is no longer kept. */
  get releasedNumber(): number {
    return this.parts.kept?.releasedNumber ?? 0;
  }

  /** The run as somebody sees it who comes for it. */
  viewFor(fingerprint: string): ResumableRun {
    const isOwn = fingerprint === this.parts.fingerprint;
    return { isOwn, lastNumber: this.#number, releasedNumber: this.releasedNumber, endNumber: this.#end?.number };
  }

  /** Whether a client could still come back for it. */
  get isKept(): boolean {
    return this.parts.kept !== undefined && !this.#isLetGo;
  }

  /** Whether the tracked id that was offered found nobody who took it. */
  get isOfferIgnored(): boolean {
    return this.#offered?.wasTaken === false;
  }

  describe(): CallInfo {
    return this.#caller.describe();
  }

  /** Makes ready for the procedure, at a position where there is one. */
  prepare(input: unknown, lastEventId: string | undefined): void {
    this.#offered = lastEventId === undefined ? undefined : new OfferedPosition(input, lastEventId);
    this.#trackedId = lastEventId;
    this.input = this.#offered === undefined ? input : this.#offered.input;
  }

  /** The input as it reaches the resolver. */
  reached(input: unknown): void {
    this.#offered?.reached(input);
  }

  /** The procedure made nothing of the position. */
  forgetPosition(): void {
    this.#trackedId = undefined;
  }

  /** Opens what the procedure returned. @returns false when that is no source of events. Throws what opening it throws. */
  open(output: unknown, maxRate: number | undefined): boolean {
    const { flow, clock } = this.parts;
    const source = openEventSource(output, { ...flow, maxRate: slowerRate(flow.maxRate, maxRate) }, clock);
    if (source === undefined) return false;
    this.#pump = new Pump(source, clock, this);
    if (this.#isLetGo) this.#pump.stop();
    return true;
  }

  /** Takes the run for a subscription that is not ready to read it yet. Who had it before loses it. */
  claim(owner: RunReader): void {
    this.#delivery.claim(owner);
  }

  /** The owner reads from the beginning, which may be told to be a new one, until the end of the source. */
  begin(owner: RunReader, gap: GapReason | undefined): void {
    this.#delivery.attach(owner, 0);
    if (gap !== undefined) this.#tellGap(gap, undefined);
    void this.#pump?.run();
  }

  /** The owner reads on behind the item with this number. */
  resume(owner: RunReader, position: number): void {
    this.#delivery.attach(owner, position);
    this.wake();
  }

  /** Its reader is gone, and may come back. @returns false when another has the run by now. */
  detach(reader: RunReader): boolean {
    if (!this.#delivery.detach(reader)) return false;
    // Nothing of a connection that is gone is held on to.
    const info = this.describe();
    this.#caller = { describe: () => info };
    return true;
  }

  /** The client has everything up to a cursor; one of another run, or none at all, is ignored. */
  acknowledge(seen: string): void {
    const cursor = parseCursor(seen);
    if (cursor?.run === this.parts.name) this.parts.kept?.release(cursor.number);
  }

  /** Credit came, or the peer reads again. */
  wake(): void {
    this.#delivery.advance();
    this.#pump?.wake();
  }

  /** Goes on at the pace that the client asks for, as far as the procedure allows it. */
  tune(maxRate: number | undefined): void {
    const { flow, clock } = this.parts;
    const rate = slowerRate(flow.maxRate, maxRate);
    const source = this.#pump?.source;
    if (source instanceof QueuedSource) source.tune(rate);
    else if (source !== undefined && rate !== undefined) {
      const feed = new IteratorFeed(source, clock);
      this.#pump?.changeSource(new QueuedSource(feed, { ...flow, maxRate: rate }, clock));
    }
  }

  /** Nobody comes back for it: the source is let go and nothing is kept. Nobody waits for either. */
  letGo(): void {
    if (this.#isLetGo) return;
    this.#isLetGo = true;
    this.parts.kept?.clear();
    // The signal reaches a source that waits, `return` one that is between two events.
    if (this.#end !== undefined && this.#end.report === undefined) return;
    this.#abortion.abort();
    this.#pump?.stop();
  }

  get mayPull(): boolean {
    return this.#delivery.mayPull;
  }

  get mayTell(): boolean {
    return this.#delivery.mayTell;
  }

  waits(): void {
    this.#delivery.waitForRelief();
  }

  /** One event from the source. */
  take(value: unknown): void {
    if (value instanceof LostEvents) return this.#tellGap('overflow', value.count);
    const event = value instanceof ConflatedEvent ? value.event : value;
    const conflated = value instanceof ConflatedEvent ? value.count : 0;
    const tracked = readTracked(event);
    const data = this.parts.codec.encode(tracked ?? event);
    if (data instanceof PayloadFailure) {
      return this.fail(new Error(`An event of "${this.path}" cannot travel. ${data.message}`));
    }
    if (tracked) this.#trackedId = tracked.id;
    const number = (this.#number += 1 + conflated);
    this.#delivery.tell({ kind: 'event', number, cursor: this.cursor, data, trackedId: tracked?.id, conflated });
  }

  /** The source is done. */
  complete(): void {
    this.#finish(undefined);
  }

  /** The source failed. */
  fail(thrown: unknown): void {
    if (thrown instanceof ConsumerTooSlow && !this.#isOver) return this.#stopFor(thrown);
    const report = this.report(thrown);
    if (report !== undefined) this.#finish(report);
  }

  /** What a client is told of something that was thrown; undefined when nobody is told any more. */
  report(thrown: unknown): ErrorReport | undefined {
    const { errors, request } = this.parts;
    if (!this.#isOver) return errors.report(thrown, this.#origin, request);
    // A procedure that was aborted says so by an `AbortError`; anything else went wrong while it cleaned up.
    if (!isAbortError(thrown)) errors.notice(thrown, this.#origin, request);
    return undefined;
  }

  #stopFor({ message, closesConnection }: ConsumerTooSlow): void {
    const { reader } = this.#delivery;
    const reason = `${message} of "${this.path}".`;
    if (!closesConnection) {
      const { errors } = this.parts;
      return this.#finish(errors.refuse('CONSUMER_TOO_SLOW', `${reason} Subscribe again.`, {}, this.path));
    }
    this.letGo();
    reader?.tooSlow(reason);
  }

  #finish(report: ErrorReport | undefined): void {
    if (this.#isOver) return;
    this.#number += 1;
    this.#end = { kind: 'end', number: this.#number, cursor: this.cursor, report };
    // A source that failed is let go with its reader; what was told before may still be asked for.
    if (report !== undefined) {
      this.#abortion.abort();
      this.#pump?.stop();
    }
    this.#delivery.tell(this.#end);
  }

  #tellGap(reason: GapReason, dropped: number | undefined): void {
    const number = (this.#number += dropped ?? 1);
    this.#delivery.tell({ kind: 'gap', number, cursor: this.cursor, reason, dropped });
  }

  get #isOver(): boolean {
    return this.#end !== undefined || this.#isLetGo;
  }

  get #origin(): ErrorOrigin {
    return { path: this.path, kind: 'subscription', input: this.input, context: this.context };
  }
}
