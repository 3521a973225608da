import {
  type Cancel,
  type ConnectionParams,
  NORMAL_CODE,
  SERVER_FOREIGN_CODE,
  SERVER_VIOLATED_CODE,
  unreachable,
} from '@trunkline/protocol';
import type { Session } from '../dialect/dialect.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import { decideEnd, endWith } from './connection-end.js';
import { askedElsewhere, broken, noAddress, pageHidden, setupThrew, tooSilent, tooSlow } from './connection-errors.js';
import type { ConnectionEffect, ConnectionEvent, ConnectionPhase } from './connection-machine.js';
import { isFinal, transition } from './connection-machine.js';
import type { ConnectionEnd, ConnectionHost, ConnectionSettings } from './connection-settings.js';
import { type ConnectionState, looksAlike, stateOf } from './connection-state.js';
import { type ConnectionTarget, TargetSource } from './connection-target.js';
import { Link } from './link.js';
import { watchPage } from './page-signals.js';
import { Refusals } from './refusals.js';
import { RetiringLink } from './retiring-link.js';

/**
 * Carries out what the machine decides: the one owner of its timer, of the link that serves, and of the one beside it
 * that is being left.
 */
export class Connection {
  readonly #settings: ConnectionSettings;
  readonly #host: ConnectionHost;
  readonly #retiring: RetiringLink;
  #phase: ConnectionPhase = { name: 'idle' };
  #state: ConnectionState = stateOf(this.#phase);
  #toldState: ConnectionState = this.#state;
  #link: Link | undefined;
  readonly #source: TargetSource;
  #target: ConnectionTarget = { address: '', params: null };
  #hasEverOpened = false;
  readonly #refusals = new Refusals();
  /** Why the last attempt or connection ended; undefined while one stands. */
  lastFailure: TrunklineError | undefined;
  #whenClosed: (() => void) | undefined;
  #cancelTimer: Cancel | undefined;
  #unwatchPage: Cancel | undefined;

  constructor(settings: ConnectionSettings, host: ConnectionHost) {
    this.#settings = settings;
    this.#source = new TargetSource(settings);
    this.#host = host;
    this.#retiring = new RetiringLink(settings.clock, host, (cause) => {
      this.#apply('uncovered');
      if (this.#phase.name === 'ready') host.released();
      // The next one may have been asked to go meanwhile.
      if (this.#link?.session?.maySend === false) this.#supersede(cause);
    });
  }

  /** The same object until the next change. */
  get state(): ConnectionState {
    return this.#state;
  }

  /** The conversation that takes what is new: the former one as long as it does and the next is not ready. */
  get session(): Session | undefined {
    const former = this.#retiring.session;
    return this.#phase.name !== 'ready' && former?.maySend === true ? former : this.#link?.session;
  }

  /** Something wants a connection. Called at any time, as often as one likes. */
  need(): void {
    if (this.#phase.name === 'idle') this.#apply('needed');
  }

  /** Somebody wants a connection without any waiting. */
  needNow(): void {
    this.#apply(this.#phase.name === 'waiting' ? 'woken' : 'needed');
  }

  /** An answer or an event has become due. */
  watch(): void {
    if (this.#phase.name === 'ready') this.#link?.watch();
  }

  /**
   * Brings new credentials to the server: on the connection that stands, or by another one where the dialect has no word
   * for it. Without a connection there is nothing to do, because the next one asks for them. Rejects with the server's no.
   */
  async authenticate(given: ConnectionParams | undefined): Promise<void> {
    const params = given ?? (await this.#source.resolve()).params;
    if (given !== undefined) this.#source.given = given;
    const link = this.#link;
    if (link?.session === undefined || this.#phase.name !== 'ready') return;
    if (link.session.authenticate === undefined) return this.#supersede(askedElsewhere(link.address));
    await Promise.race([link.session.authenticate(params), link.over]);
    this.#apply({ refusal: undefined });
  }

  /** Whether new credentials can be brought to the connection that stands. */
  get canAuthenticate(): boolean {
    return this.#link?.session?.authenticate !== undefined;
  }

  /** New credentials that the clock asked for were refused: it goes on with those that it has. */
  refused(refusal: Error): void {
    this.#apply({ refusal });
  }

  /** Resolves at the end, from which nothing comes back. */
  closed(): Promise<void> {
    if (this.#phase.name === 'closed') return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenClosed = resolve;
    });
  }

  /** Nothing needs the connection any more. */
  leave(): void {
    this.#apply('unneeded');
  }

  close(): void {
    this.#apply('closeRequested');
  }

  #apply(event: ConnectionEvent): void {
    const { clock, random, backOff, connectTimeoutMs } = this.#settings;
    const before = this.#phase;
    const { phase, timer, effects } = transition(before, event, {
      now: clock.now(),
      random: random(),
      isWanted: this.#host.isWanted(),
      backOff,
      connectTimeoutMs,
    });
    this.#phase = phase;
    if (!looksAlike(before, phase)) this.#state = stateOf(phase);
    if (phase !== before) this.#followPage();
    if (timer !== 'keep') this.#cancelTimer?.();
    if (typeof timer === 'number') this.#cancelTimer = clock.schedule(timer, () => this.#timerFired());
    for (const effect of effects) this.#carryOut(effect);
    // An effect may have gone further already, and then has told its own state.
    if (this.#toldState !== this.#state) {
      this.#toldState = this.#state;
      this.#host.stateChanged(this.#state);
    }
    if (phase.name === 'closed') this.#whenClosed?.();
  }

  #carryOut(effect: ConnectionEffect): void {
    switch (effect) {
      case 'resolve':
        return this.#resolve();
      case 'open':
        return this.#open();
      case 'greet':
        return this.#link?.session?.greet(this.#target.params);
      case 'release':
        return this.#release();
      case 'retire':
        return this.#retire();
      case 'abandon':
        this.#link?.abandon();
        return this.#forget();
      case 'close':
        return this.#link?.close(NORMAL_CODE);
      case 'leave':
        this.#link?.leave(NORMAL_CODE);
        return this.#forget();
      default:
        return unreachable(effect);
    }
  }

  #resolve(): void {
    this.#source.ask(
      (target) => {
        this.#target = target;
        this.#apply('resolved');
      },
      (cause) => this.#fail(endWith('back-off', setupThrew(cause))),
    );
  }

  #open(): void {
    try {
      const link: Link = new Link(this.#target, this.#settings, this.#host, {
        opened: () => this.#opened(),
        welcomed: () => this.#apply('welcomed'),
        refused: (error) => this.#refusals.add(error),
        movedOn: () => link === this.#link && this.#supersede(askedElsewhere(link.address)),
        expiring: (inMs) => link === this.#link && this.#host.expiring(inMs),
        progressed: () => {
          this.#retiring.leaveIfDone(this.#phase.name === 'ready');
          this.#host.progressed();
        },
        broken: (code, what) => this.#broken(link, code, what),
        silent: (silentMs) => this.#lost(link, endWith('back-off', tooSilent(link.address, silentMs))),
        closed: (code, detail) => this.#closed(link, code, detail),
      });
      this.#link = link;
    } catch (cause) {
      this.#fail(endWith('stay-away', noAddress(this.#target.address, cause)));
    }
  }

  #opened(): void {
    this.#hasEverOpened = true;
    this.#apply('opened');
    // The first calls need not wait for the answer to the hello.
    this.#host.released();
  }

  #release(): void {
    const link = this.#link;
    if (link?.session === undefined) return;
    link.heard();
    this.lastFailure = undefined;
    this.#retiring.handOver(link.session);
    this.#host.released();
    if (this.#host.isBusy()) link.watch();
    this.#retiring.leaveIfDone(true);
  }

  // Two links at most: while one is being left, the next is asked to be left only afterwards.
  #supersede(cause: TrunklineError): void {
    if (this.#retiring.session === undefined) this.#apply({ supersededBecause: cause });
  }

  #retire(): void {
    const link = this.#link;
    if (link === undefined) return;
    this.#forget();
    this.#retiring.begin(link);
    this.#retiring.leaveIfDone(false);
  }

  #broken(link: Link, code: 'NOT_TRUNKLINE' | 'SERVER_VIOLATION', what: string): void {
    const error = broken(link.address, code, what);
    const isForeign = code === 'NOT_TRUNKLINE';
    link.leave(isForeign ? SERVER_FOREIGN_CODE : SERVER_VIOLATED_CODE);
    this.#lost(link, isForeign ? endWith('stay-away', error, 'not-run') : endWith('back-off', error));
  }

  #closed(link: Link, code: number, detail: string): void {
    const isCurrent = link === this.#link;
    // Only the link that is new can have been refused, or have never opened; the other was welcomed once.
    const refusals = isCurrent ? this.#refusals : new Refusals();
    const phase = isCurrent ? this.#phase.name : 'ready';
    const close = { address: link.address, code, detail, phase, hasEverOpened: this.#hasEverOpened };
    this.#lost(link, decideEnd(close, this.#settings, refusals));
  }

  #lost(link: Link, end: ConnectionEnd): void {
    if (link === this.#link) this.#fail(end);
    else this.#retiring.lost(end);
  }

  /** The attempt or the connection that counts is over. */
  #fail(end: ConnectionEnd): void {
    const session = this.#link?.end();
    this.lastFailure = end.cause;
    // The tables come first, because what they still hold decides whether another connection is wanted.
    this.#host.lost({ ...end, session, isFinal: isFinal(this.#phase, end.action) });
    this.#apply(end);
  }

  #timerFired(): void {
    this.#cancelTimer = undefined;
    if (!['resolving', 'opening', 'greeting'].includes(this.#phase.name)) return this.#apply('timerFired');
    this.#fail(endWith('back-off', tooSlow(this.#target.address, this.#settings.connectTimeoutMs)));
  }

  // What was said of the link, and an unfinished resolve, count no more.
  #forget(): void {
    this.#source.forget();
    this.#link = undefined;
    this.#host.expiring(undefined);
  }

  #followPage(): void {
    if (this.#phase.name === 'idle' || this.#phase.name === 'closed') {
      this.#unwatchPage?.();
      this.#unwatchPage = undefined;
      this.#retiring.leave(askedElsewhere(this.#target.address));
      return;
    }
    this.#unwatchPage ??= watchPage({
      woken: () => {
        this.#retiring.check();
        if (this.#phase.name === 'ready') this.#link?.check();
        else this.#apply('woken');
      },
      putAside: () => {
        const cause = pageHidden(this.#target.address);
        this.#retiring.leave(cause);
        this.#link?.leave(NORMAL_CODE);
        this.#fail(endWith('return-at-once', cause));
      },
    });
  }
}
