import {
  type BackOff,
  type Cancel,
  CLOSE_CODES,
  type Clock,
  type CloseAction,
  decideCloseAction,
  unreachable,
} from '@trunkline/protocol';
import type { CallFate } from '../calls/call-table.js';
import type { Dialect, Session, SessionContext } from '../dialect/dialect.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import { toSocketAddress } from './address.js';
import { broken, closedByServer, neverOpened, noAddress, setupThrew, tooSilent, tooSlow } from './connection-errors.js';
import { type ConnectionEffect, type ConnectionEvent, type ConnectionPhase, transition } from './connection-machine.js';
import { type ConnectionState, looksAlike, stateOf } from './connection-state.js';
import { type ConnectionTarget, resolveTarget, type TargetSettings } from './connection-target.js';
import { type KeepAlive, Liveness } from './liveness.js';
import { Outbox } from './outbox.js';
import { Refusals } from './refusals.js';
import type { OpenSocket, SocketPort } from './socket-port.js';
import { watchWakeSignals } from './wake-signals.js';

/** What a connection is made with; see `ClientOptions` for the meaning of each. */
export interface ConnectionSettings extends TargetSettings {
  readonly dialect: Dialect;
  readonly openSocket: OpenSocket;
  readonly backOff: BackOff;
  readonly keepAlive: KeepAlive | false;
  readonly connectTimeoutMs: number;
  readonly clock: Clock;
  readonly random: () => number;
  /** What every conversation stands on. */
  readonly session: Pick<SessionContext, 'calls' | 'output' | 'payload' | 'client' | 'nextId'>;
}

/** What a connection tells its owner. */
export interface ConnectionHost {
  /** Whether anything needs a connection, so that a lost one is made anew. */
  isWanted(): boolean;
  /** Whether an answer or an event may be due, so that silence means something. */
  isBusy(): boolean;
  /** What waits may leave now. */
  released(): void;
  /** The conversation is over; `isFinal` when there will be no other. */
  lost(cause: TrunklineError, fate: CallFate, isFinal: boolean): void;
  stateChanged(state: ConnectionState): void;
}

/** Carries out what the machine decides: the one owner of the socket, of its session and of the machine's timer. */
export class Connection {
  readonly #settings: ConnectionSettings;
  readonly #host: ConnectionHost;
  readonly #liveness: Liveness | undefined;
  #phase: ConnectionPhase = { name: 'idle' };
  /** The phase whose state was told last. */
  #shownPhase: ConnectionPhase = this.#phase;
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
  #unwatchWakeSignals: Cancel | undefined;

  constructor(settings: ConnectionSettings, host: ConnectionHost) {
    this.#settings = settings;
    this.#host = host;
    if (settings.keepAlive === false) return;
    this.#liveness = new Liveness(settings.clock, settings.keepAlive, {
      isBusy: () => host.isBusy(),
      ping: () => this.#session?.ping(),
      gaveUp: (silentMs) => this.#fail('back-off', tooSilent(this.#target.address, silentMs), 'unknown'),
    });
  }

  get state(): ConnectionState {
    return stateOf(this.#phase);
  }

  /** The conversation with the server, from the moment the socket is open. */
  get session(): Session | undefined {
    return this.#session;
  }

  /** Something wants a connection. Called at any time, as often as one likes. */
  need(): void {
    if (this.#phase.name === 'idle') this.#apply('needed');
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
    if (phase !== before) this.#followWakeSignals();
    if (timer !== 'keep') this.#cancelTimer?.();
    if (typeof timer === 'number') this.#cancelTimer = clock.schedule(timer, () => this.#timerFired());
    for (const effect of effects) this.#carryOut(effect);
    // An effect may have gone further already, and then has told its own state.
    if (!looksAlike(this.#shownPhase, this.#phase)) {
      this.#shownPhase = this.#phase;
      this.#host.stateChanged(this.state);
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
        this.#outbox?.flush();
        return this.#socket?.close(CLOSE_CODES.normal.code, '');
      case 'leave':
        this.#outbox?.flush();
        this.#socket?.close(CLOSE_CODES.normal.code, '');
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
        if (isCurrent()) this.#fail('back-off', setupThrew(cause), 'unknown');
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
      this.#fail('stay-away', noAddress(address, cause), 'unknown');
    }
  }

  #opened(): void {
    if (this.#socket === undefined) return;
    const { dialect, session, clock } = this.#settings;
    const outbox = new Outbox(this.#socket);
    this.#hasEverOpened = true;
    this.#outbox = outbox;
    this.#session = dialect.createSession({
      ...session,
      now: () => clock.now(),
      send: (text) => outbox.put(text),
      welcomed: () => this.#apply('welcomed'),
      refused: (error) => this.#refusals.add(error),
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
    const isForeign = code === 'NOT_TRUNKLINE';
    const closeCode = isForeign ? CLOSE_CODES.serverForeign : CLOSE_CODES.serverViolated;
    this.#outbox?.flush();
    this.#socket?.close(closeCode.code, '');
    this.#detach();
    this.#fail(
      isForeign ? 'stay-away' : 'back-off',
      broken(this.#target.address, code, what),
      isForeign ? 'not-run' : 'unknown',
    );
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
    this.#fail(action, error, code === 1009 ? 'fatal' : 'unknown');
  }

  #fail(action: CloseAction, cause: TrunklineError, fate: CallFate): void {
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
    this.#fail('back-off', tooSlow(this.#target.address, this.#settings.connectTimeoutMs), 'unknown');
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

  #followWakeSignals(): void {
    const isAsleep = this.#phase.name === 'idle' || this.#phase.name === 'closed';
    if (isAsleep) {
      this.#unwatchWakeSignals?.();
      this.#unwatchWakeSignals = undefined;
      return;
    }
    this.#unwatchWakeSignals ??= watchWakeSignals(() => {
      if (this.#phase.name === 'ready') this.#liveness?.check();
      else this.#apply('woken');
    });
  }
}
