import {
  type BackOff,
  type Cancel,
  type Clock,
  CLOSE_CODES,
  type CloseAction,
  type ConnectionParams,
  decideCloseAction,
  unreachable,
} from '@trunkline/protocol';
import type { CallFate } from '../calls/call-table.js';
import type { Dialect, Session, SessionContext } from '../dialect/dialect.js';
import { localError, type TrunklineError } from '../errors/trunkline-error.js';
import { showAddress, toSocketAddress } from './address.js';
import { type ConnectionEffect, type ConnectionEvent, type ConnectionPhase, transition } from './connection-machine.js';
import { type ConnectionState, looksAlike, stateOf } from './connection-state.js';
import { type KeepAlive, Liveness } from './liveness.js';
import { Outbox } from './outbox.js';
import type { OpenSocket, SocketPort } from './socket-port.js';
import { watchWakeSignals } from './wake-signals.js';

/** What a connection is made with; see `ClientOptions` for the meaning of each. */
export interface ConnectionSettings {
  readonly url: string | (() => string | Promise<string>);
  readonly connectionParams: ConnectionParams | (() => ConnectionParams | Promise<ConnectionParams>);
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
  #address = '';
  #params: ConnectionParams = null;
  #hasEverOpened = false;
  #refusal: TrunklineError | undefined;
  #credentialRefusals = 0;
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
      gaveUp: (silentMs) => {
        const what = `Nothing came from ${this.#shownAddress()} for ${silentMs} ms.`;
        this.#fail('back-off', localError('SERVER_SILENT', what, { outcome: 'connection-lost' }), 'unknown');
      },
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
    if (this.#phase.name === 'idle') this.#apply({ type: 'needed' });
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
    this.#apply({ type: 'unneeded' });
  }

  close(): void {
    this.#apply({ type: 'closeRequested' });
  }

  #apply(event: ConnectionEvent): void {
    const { clock, random, backOff, connectTimeoutMs } = this.#settings;
    const before = this.#phase;
    const { phase, effects } = transition(before, event, {
      now: clock.now(),
      random: random(),
      isWanted: this.#host.isWanted(),
      backOff,
      connectTimeoutMs,
    });
    this.#phase = phase;
    if (phase !== before) this.#followWakeSignals();
    for (const effect of effects) this.#carryOut(effect);
    // An effect may have gone further already, and then has told its own state.
    if (!looksAlike(this.#shownPhase, this.#phase)) {
      this.#shownPhase = this.#phase;
      this.#host.stateChanged(this.state);
    }
    if (phase.name === 'closed') this.#whenClosed?.();
  }

  #carryOut(effect: ConnectionEffect): void {
    switch (effect.type) {
      case 'resolve':
        return void this.#resolve();
      case 'open':
        return this.#open();
      case 'greet':
        return this.#session?.greet(this.#params);
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
      case 'startTimer':
        this.#cancelTimer?.();
        this.#cancelTimer = this.#settings.clock.schedule(effect.delayMs, () => this.#timerFired());
        return;
      case 'stopTimer':
        this.#cancelTimer?.();
        this.#cancelTimer = undefined;
        return;
      default:
        return unreachable(effect);
    }
  }

  async #resolve(): Promise<void> {
    const { url, connectionParams } = this.#settings;
    this.#attemptNumber += 1;
    const attempt = this.#attemptNumber;
    let address: string;
    let params: ConnectionParams;
    try {
      address = typeof url === 'function' ? await url() : url;
      params = typeof connectionParams === 'function' ? await connectionParams() : connectionParams;
    } catch (cause) {
      if (attempt !== this.#attemptNumber) return;
      const what = `The function given as url or connectionParams failed: ${String(cause)}.`;
      return this.#fail('back-off', localError('SETUP_FAILED', what, { outcome: 'not-sent', cause }), 'unknown');
    }
    if (attempt !== this.#attemptNumber) return;
    this.#address = address;
    this.#params = params;
    this.#apply({ type: 'resolved' });
  }

  #open(): void {
    const { dialect, openSocket } = this.#settings;
    const attempt = this.#attemptNumber;
    const isCurrent = (): boolean => attempt === this.#attemptNumber;
    try {
      const url = dialect.addressOf(toSocketAddress(this.#address), this.#params);
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
      const what = `${JSON.stringify(this.#shownAddress())} is no address of a WebSocket: ${String(cause)}.`;
      this.#fail('stay-away', localError('SETUP_FAILED', what, { outcome: 'not-sent', cause }), 'unknown');
    }
  }

  #opened(): void {
    if (this.#socket === undefined) return;
    const { dialect, session, clock } = this.#settings;
    const outbox = new Outbox(this.#socket);
    this.#hasEverOpened = true;
    this.#outbox = outbox;
    this.#refusal = undefined;
    this.#session = dialect.createSession({
      ...session,
      now: () => clock.now(),
      send: (text) => outbox.put(text),
      welcomed: () => this.#apply({ type: 'welcomed' }),
      refused: (error) => {
        this.#refusal = error;
      },
      broken: (code, what) => this.#broken(code, what),
    });
    this.#apply({ type: 'opened' });
    // The first calls need not wait for the answer to the hello.
    this.#host.released();
  }

  #release(): void {
    this.#credentialRefusals = 0;
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
    const error = localError(code, `${this.#shownAddress()}: ${what}`, { outcome: 'not-sent' });
    this.#fail(isForeign ? 'stay-away' : 'back-off', error, isForeign ? 'not-run' : 'unknown');
  }

  #closed(code: number, detail: string): void {
    const action = decideCloseAction(code);
    const refusal = this.#refusal;
    if (refusal !== undefined) return this.#fail(action, refusal, this.#fateAfterRefusal(action));
    this.#fail(action, this.#describeClose(code, detail, action), code === 1009 ? 'fatal' : 'unknown');
  }

  // Credentials that are made anew for each connection get a second chance before anybody is told.
  #fateAfterRefusal(action: CloseAction): CallFate {
    this.#credentialRefusals += 1;
    const mayRenew = action === 'renew-credentials' && typeof this.#settings.connectionParams === 'function';
    return mayRenew && this.#credentialRefusals === 1 ? 'not-run' : 'refused';
  }

  #describeClose(code: number, detail: string, action: CloseAction): TrunklineError {
    const at = this.#shownAddress();
    const reason = detail === '' ? '' : `: ${detail}`;
    if (this.#phase.name === 'opening') {
      const doubt = this.#hasEverOpened ? '' : ' It is unreachable, or no WebSocket server of this dialect.';
      const what = `No WebSocket could be opened at ${at}${reason}.${doubt}`;
      return localError('SERVER_UNREACHABLE', what, { outcome: 'not-sent' });
    }
    const what = `The connection to ${at} was closed with code ${code}${reason}.`;
    const local = action === 'stay-away' ? 'CONNECTION_REFUSED' : 'CONNECTION_CLOSED';
    return localError(local, what, { outcome: 'connection-lost' });
  }

  #fail(action: CloseAction, cause: TrunklineError, fate: CallFate): void {
    this.#session = undefined;
    this.#lastFailure = cause;
    // The tables come first, because what they still hold decides whether another connection is wanted.
    this.#host.lost(cause, fate, action === 'stay-away');
    this.#apply({ type: 'failed', action, cause });
  }

  #timerFired(): void {
    this.#cancelTimer = undefined;
    const { name } = this.#phase;
    if (name !== 'resolving' && name !== 'opening' && name !== 'greeting') return this.#apply({ type: 'timerFired' });
    const { connectTimeoutMs } = this.#settings;
    const what = `No connection to ${this.#shownAddress()} within ${connectTimeoutMs} ms.`;
    this.#fail('back-off', localError('CONNECT_TIMED_OUT', what, { outcome: 'not-sent' }), 'unknown');
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
      else this.#apply({ type: 'woken' });
    });
  }

  #shownAddress(): string {
    return showAddress(this.#address) || 'the server';
  }
}
