import { type Cancel, type Clock, NORMAL_CODE } from '@trunkline/protocol';
import type { Session } from '../dialect/dialect.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import { endWith } from './connection-end.js';
import { askedElsewhere } from './connection-errors.js';
import type { ConnectionEnd, ConnectionHost } from './connection-settings.js';
import type { Link } from './link.js';

/** The link that is being left, if there is one: it serves until the next one stands, and finishes what is under way. */
export class RetiringLink {
  readonly #clock: Clock;
  readonly #host: ConnectionHost;
  readonly #gone: (cause: TrunklineError) => void;
  #link: Link | undefined;
  #cancelDeadline: Cancel | undefined;

  /** @param gone called after each end, whoever brought it about. */
  constructor(clock: Clock, host: ConnectionHost, gone: (cause: TrunklineError) => void) {
    this.#clock = clock;
    this.#host = host;
    this.#gone = gone;
  }

  get session(): Session | undefined {
    return this.#link?.session;
  }

  /** Takes a link over; there must be none. */
  begin(link: Link): void {
    this.#link = link;
    if (link.deadlineAt === Infinity) return;
    const leftMs = Math.max(0, link.deadlineAt - this.#clock.now());
    this.#cancelDeadline = this.#clock.schedule(leftMs, () => this.leave(askedElsewhere(link.address)));
  }

  /** The next one stands: subscriptions go there. */
  handOver(to: Session): void {
    const from = this.session;
    if (from !== undefined) this.#host.moved(from, to);
  }

  /** @param isReplaced whether the next one stands; otherwise one that takes what is new is kept for that. */
  leaveIfDone(isReplaced: boolean): void {
    const { session } = this;
    if (session === undefined || (session.maySend && !isReplaced) || this.#host.isServed(session)) return;
    this.leave(askedElsewhere(this.#link?.address ?? ''));
  }

  check(): void {
    this.#link?.check();
  }

  /** Leaves it at once, whatever is under way on it. */
  leave(cause: TrunklineError): void {
    this.#link?.leave(NORMAL_CODE);
    this.lost(endWith('back-off', cause));
  }

  /** It is over. */
  lost(end: ConnectionEnd): void {
    const link = this.#link;
    if (link === undefined) return;
    this.#link = undefined;
    this.#cancelDeadline?.();
    this.#host.lost({ ...end, session: link.end(), isFinal: false });
    this.#gone(end.cause);
  }
}
