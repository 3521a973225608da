import {
  type Cancel,
  type CloseAction,
  decideCloseAction,
  NORMAL_CODE,
  SERVER_FOREIGN_CODE,
  SERVER_VIOLATED_CODE,
  unreachable,
} from '@trunkline/protocol';
import { type CallFate, decideCallFate } from '../calls/call-fate.js';
import type { Session } from '../dialect/dialect.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import { toSocketAddress } from './address.js';
import {
  askedElsewhere,
  broken,
  closedByServer,
  neverOpened,
  noAddress,
  pageHidden,
  setupThrew,
  tooSilent,
  tooSlow,
} from './connection-errors.js';
import { type ConnectionEffect, type ConnectionEvent, type ConnectionPhase, transition } from './connection-machine.js';
import type { ConnectionHost, ConnectionSettings } from './connection-settings.js';
import { type ConnectionState, looksAlike, stateOf } from './connection-state.js';
import { type ConnectionTarget, resolveTarget } from './connection-target.js';
import { Liveness } from './liveness.js';
import { Outbox } from './outbox.js';
import { watchPage } from './page-signals.js';
import { Refusals } from './refusals.js';
import type { SocketPort } from './socket-port.js';

/** Carries out what the machine decides: the one owner of the socket, of its session and of the machine's timer. */
export class Connection {
  readonly #settings: ConnectionSettings;
  readonly #host: ConnectionHost;
  readonly #liveness: Liveness | undefined;
  #phase: ConnectionPhase = { name: 'idle' };
  #state: ConnectionState = stateOf(this.#phase);
  #toldState: ConnectionState = this.#state;
  #session: Session | undefined;
  #socket: SocketPort | undefined;
  #outbox: Outbox | undefined;
  #target: ConnectionTarget = { address: '', params: null };
  #hasEverOpened = false;
  readonly #refusals = new Refusals();
  #lastFailure: TrunklineError | undefined;
  #whenClosed: (() => void) | undefined;
  #attemptNumber = 0;
  #cancelTimer: Cancel | undefined;
  #unwatchPage: Cancel | undefined;

  constructor(settings: ConnectionSettings, host: ConnectionHost) {
    this.#settings = settings;
    this.#host = host;
    if (settings.keepAlive === false) return;
    this.#liveness = new Liveness(settings.clock, settings.keepAlive, {
      isBusy: () => host.isBusy(),
      ping: () => this.#session?.ping(),
      gaveUp: (silentMs) => this.#fail('back-off', tooSilent(this.#target.address, silentMs)),
    });
  }

  /** The same object until the next change. */
  get state(): ConnectionState {
    return this.#state;
  }

  /** The conversation with the server, from the moment the socket is open. */
  get session(): Session | undefined {
    return this.#session;
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
    if (this.#phase.name === 'ready') this.#liveness?.watch();
  }

  /** Why the last attempt or connection ended. */
  get lastFailure(): TrunklineError | undefined {
    return this.#lastFailure;
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
        return this.#session?.greet(this.#target.params);
      case 'release':
        return this.#release();
      case 'abandon':
        this.#socket?.abandon();
        return this.#detach();
      case 'close':
        this.#liveness?.stop();
        return this.#sayGoodbye(NORMAL_CODE);
      case 'leave':
        this.#sayGoodbye(NORMAL_CODE);
        return this.#detach();
      default:
        return unreachable(effect);
    }
  }

  #resolve(): void {
    this.#attemptNumber += 1;
    const isCurrent = this.#currency();
    resolveTarget(this.#settings).then(
      (target) => {
        if (!isCurrent()) return;
        this.#target = target;
        this.#apply('resolved');
      },
      (cause: unknown) => {
        if (isCurrent()) this.#fail('back-off', setupThrew(cause));
      },
    );
  }

  #open(): void {
    const { dialect, openSocket } = this.#settings;
    const { address, params } = this.#target;
    const isCurrent = this.#currency();
    try {
      const url = dialect.addressOf(toSocketAddress(address), params);
      this.#socket = openSocket(url, dialect.subprotocol, {
        opened: () => isCurrent() && this.#opened(),
        received: (text) => {
          if (!isCurrent()) return;
          this.#liveness?.heard();
          this.#session?.received(text);
        },
        receivedBinary: () => isCurrent() && this.#broken('SERVER_VIOLATION', 'It sent a binary frame.'),
        heard: () => isCurrent() && this.#liveness?.heard(),
        closed: (code, detail) => isCurrent() && this.#closed(code, detail),
      });
    } catch (cause) {
      this.#fail('stay-away', noAddress(address, cause));
    }
  }

  #opened(): void {
    if (this.#socket === undefined) return;
    const outbox = new Outbox(this.#socket);
    this.#hasEverOpened = true;
    this.#outbox = outbox;
    const { calls, nextId } = this.#host;
    this.#session = this.#settings.dialect.createSession({
      settings: this.#settings,
      calls,
      nextId,
      send: (text) => outbox.put(text),
      welcomed: () => this.#apply('welcomed'),
      refused: (error) => this.#refusals.add(error),
      movedOn: () => this.#leave(NORMAL_CODE, 'return-at-once', askedElsewhere(this.#target.address)),
      // What the server asks here it brings about itself, by its close codes.
      draining: () => undefined,
      expiring: () => undefined,
      broken: (code, what) => this.#broken(code, what),
    });
    this.#apply('opened');
    // The first calls need not wait for the answer to the hello.
    this.#host.released();
  }

  #release(): void {
    this.#liveness?.heard();
    this.#host.released();
    if (this.#host.isBusy()) this.#liveness?.watch();
  }

  #broken(code: 'NOT_TRUNKLINE' | 'SERVER_VIOLATION', what: string): void {
    const error = broken(this.#target.address, code, what);
    if (code === 'NOT_TRUNKLINE') this.#leave(SERVER_FOREIGN_CODE, 'stay-away', error, 'not-run');
    else this.#leave(SERVER_VIOLATED_CODE, 'back-off', error);
  }

  #sayGoodbye(code: number): void {
    this.#outbox?.flush();
    this.#socket?.close(code, '');
  }

  // The peer is told, and not waited for.
  #leave(code: number, action: CloseAction, cause: TrunklineError, fate?: CallFate): void {
    this.#sayGoodbye(code);
    this.#detach();
    this.#fail(action, cause, fate);
  }

  #closed(code: number, detail: string): void {
    const action = decideCloseAction(code);
    const mayRenew = action === 'renew-credentials' && typeof this.#settings.connectionParams === 'function';
    const refused = this.#refusals.connectionEnded(mayRenew);
    if (refused !== undefined) return this.#fail(action, refused.error, refused.fate);
    const error =
      this.#phase.name === 'opening'
        ? neverOpened(this.#target.address, detail, this.#hasEverOpened)
        : closedByServer(this.#target.address, code, detail, action);
    this.#fail(action, error, decideCallFate(code, this.#settings.dialect.name));
  }

  #fail(action: CloseAction, cause: TrunklineError, fate: CallFate = 'unknown'): void {
    this.#session = undefined;
    this.#lastFailure = cause;
    // The tables come first, because what they still hold decides whether another connection is wanted.
    this.#host.lost(cause, fate, action === 'stay-away');
    this.#apply({ action, cause });
  }

  #timerFired(): void {
    this.#cancelTimer = undefined;
    const { name } = this.#phase;
    if (name !== 'resolving' && name !== 'opening' && name !== 'greeting') return this.#apply('timerFired');
    this.#fail('back-off', tooSlow(this.#target.address, this.#settings.connectTimeoutMs));
  }

  /** Tells, later, whether what was begun now still counts. */
  #currency(): () => boolean {
    const attempt = this.#attemptNumber;
    return () => attempt === this.#attemptNumber;
  }

  // Nothing that the socket or an unfinished resolve still says is heard from here on.
  #detach(): void {
    this.#attemptNumber += 1;
    this.#socket = undefined;
    this.#outbox = undefined;
    this.#session = undefined;
    this.#liveness?.stop();
  }

  #followPage(): void {
    if (this.#phase.name === 'idle' || this.#phase.name === 'closed') {
      this.#unwatchPage?.();
      this.#unwatchPage = undefined;
      return;
    }
    this.#unwatchPage ??= watchPage({
      woken: () => {
        if (this.#phase.name === 'ready') this.#liveness?.check();
        else this.#apply('woken');
      },
      putAside: () => this.#leave(NORMAL_CODE, 'return-at-once', pageHidden(this.#target.address)),
    });
  }
}
