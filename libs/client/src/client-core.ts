import { type ConnectionParams, PayloadFailure } from '@trunkline/protocol';
import { onAbort } from './abort-signal.js';
import { type CallName, callError, cancelledCall, timedOutCall, unsentCall } from './calls/call-errors.js';
import { CallTable } from './calls/call-table.js';
import type { PendingCall } from './calls/pending-call.js';
import type { CallOptions, CloseOptions } from './client-options.js';
import { Connection } from './connection/connection.js';
import type { ConnectionLoss } from './connection/connection-settings.js';
import type { ConnectionState } from './connection/connection-state.js';
import { Credentials, type CredentialsUse } from './connection/credentials.js';
import type { CoreSettings } from './core-settings.js';
import { localError, TrunklineError } from './errors/trunkline-error.js';
import { Idleness } from './idleness.js';
import { StateListeners } from './state-listeners.js';
import type { Consumer } from './subscriptions/consumer.js';
import type { Subscription } from './subscriptions/subscription.js';
import { SubscriptionTable } from './subscriptions/subscription-table.js';

/** Procedures by path, without types: what the typed proxy and the tRPC link stand on. */
export class ClientCore {
  readonly #settings: CoreSettings;
  readonly #calls: CallTable;
  readonly #subscriptions = new SubscriptionTable();
  readonly #connection: Connection;
  readonly #credentials: Credentials;
  readonly #listeners = new StateListeners((thrown) => this.report(thrown));
  #lastId = 0;
  /** Set once no more work is taken in. */
  #closing: Promise<void> | undefined;
  #finalCause: TrunklineError | undefined;
  readonly #idleness: Idleness;

  constructor(settings: CoreSettings) {
    this.#settings = settings;
    this.#calls = new CallTable(settings.clock, settings, () => this.#connection.lastFailure);
    this.#connection = new Connection(settings, {
      calls: this.#calls,
      nextId: () => this.#nextId(),
      isWanted: () => !settings.isLazy || this.#isBusy(),
      isBusy: () => this.#isBusy(),
      released: () => {
        this.#flush();
        this.#idleness.noted();
      },
      progressed: () => this.#idleness.noted(),
      failed: (call, error) => this.#failed(call, error),
      subscribeFailed: (subscription, error) => this.#subscribeFailed(subscription, error),
      isServed: (session) => this.#calls.isServed(session) || this.#subscriptions.isServed(session),
      moved: (from, to) => {
        for (const subscription of this.#subscriptions.servedBy(from)) to.subscribe(subscription);
      },
      lost: (loss) => this.#lost(loss),
      expiring: (inMs) => {
        if (inMs === undefined) this.#credentials.forget();
        else if (typeof settings.connectionParams === 'function') this.#credentials.expireIn(inMs);
      },
      stateChanged: (state) => this.#listeners.tell(state),
    });
    this.#idleness = new Idleness(settings.clock, settings.isLazy ? settings.idleCloseMs : Infinity, {
      isBusy: () => this.#isBusy(),
      leave: () => this.#connection.leave(),
    });
    this.#credentials = new Credentials(settings.clock, settings.random, {
      renew: (params) => this.#connection.authenticate(params),
      refused: (cause) => this.#connection.refused(cause),
    });
    if (!settings.isLazy) this.#connection.need();
  }

  get state(): ConnectionState {
    return this.#connection.state;
  }

  /** What a callback of the user's threw: it is told, and changes nothing. */
  report(thrown: unknown): void {
    this.#settings.report(thrown);
  }

  call(kind: PendingCall['kind'], path: string, value: unknown, options: CallOptions | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.begin(kind, path, value, options, resolve, reject);
    });
  }

  /**
   * Makes a call for whoever needs no promise. One of the two functions is called once, neither from inside this
   * method unless the call cannot be made; neither may throw.
   *
   * @returns the call, for `withdraw`; undefined when it failed at once.
   */
  begin(
    kind: PendingCall['kind'],
    path: string,
    value: unknown,
    options: CallOptions | undefined,
    resolve: (output: unknown) => void,
    reject: (error: TrunklineError) => void,
  ): PendingCall | undefined {
    const input = this.#inputOf({ kind, path }, value, options?.signal);
    if (input instanceof TrunklineError) {
      reject(input);
      return undefined;
    }
    const timeoutMs = options?.timeoutMs ?? this.#settings.timeoutMs;
    const now = this.#settings.clock.now();
    const call: PendingCall = {
      id: this.#nextId(),
      kind,
      path,
      input,
      resolve,
      reject,
      dueAt: timeoutMs > 0 ? now + timeoutMs : 0,
      key: options?.key,
      traceparent: options?.traceparent ?? this.#settings.traceparent?.(),
      queuedAt: now,
      server: undefined,
      hasBeenSent: false,
      mayHaveRun: false,
      sentEpoch: null,
      hasRefreshed: false,
      release: undefined,
    };
    this.#calls.add(call);
    if (timeoutMs > 0 || options?.signal != null) this.#expectEnd(call, timeoutMs, options?.signal);
    this.#send(call);
    return call;
  }

  /** The caller wants no answer any more. Nothing happens when there is one already. */
  withdraw(call: PendingCall, error: TrunklineError = cancelledCall(call, undefined)): void {
    if (this.#calls.get(call.id) !== call) return;
    call.server?.cancel(call);
    this.#calls.fail(call.id, error);
    this.#idleness.noted();
  }

  /** Begins a subscription, or fails its consumer and returns undefined. */
  subscribe(path: string, value: unknown, consumer: Consumer, maxRate?: number): Subscription | undefined {
    const input = this.#inputOf({ kind: 'subscription', path }, value, undefined);
    if (input instanceof TrunklineError) {
      consumer.failed(input);
      return undefined;
    }
    const subscription = this.#subscriptions.add(path, input, consumer, maxRate);
    const { session } = this.#connection;
    if (session?.maySend === true) session.subscribe(subscription);
    else this.#connection.need();
    this.#connection.watch();
    return subscription;
  }

  onStateChange(listener: (state: ConnectionState) => void): () => void {
    return this.#listeners.add(listener);
  }

  connect(): Promise<void> {
    if (this.#closing !== undefined) return Promise.reject(this.#closedError());
    this.#connection.needNow();
    return new Promise((resolve, reject) => {
      const look = (state: ConnectionState): boolean => {
        if (state.name === 'connecting') return false;
        if (state.name === 'connected') resolve();
        else reject(this.#connection.lastFailure ?? this.#closedError());
        return true;
      };
      if (look(this.state)) return;
      const stop = this.onStateChange((state) => {
        if (look(state)) stop();
      });
    });
  }

  /** Brings new credentials to the server, those given or those that the settings ask for. Rejects with the server's no. */
  authenticate(params?: ConnectionParams): Promise<void> {
    if (this.#closing !== undefined) return Promise.reject(this.#closedError());
    return this.#credentials.renew(params);
  }

  close(options: CloseOptions = {}): Promise<void> {
    this.#closing ??= this.#close(options.timeoutMs ?? 5000);
    return this.#closing;
  }

  async #close(timeoutMs: number): Promise<void> {
    const { clock } = this.#settings;
    this.#subscriptions.stopAll();
    const { name } = this.state;
    if (name === 'connected' || name === 'connecting') {
      await new Promise<void>((resolve) => {
        const cancel = clock.schedule(timeoutMs, resolve);
        void this.#calls.emptied().then(() => {
          cancel();
          resolve();
        });
      });
    }
    this.#calls.failAll(this.#closedError());
    this.#idleness.stop();
    this.#connection.close();
    await this.#connection.closed();
  }

  #send(call: PendingCall): void {
    const { session } = this.#connection;
    if (session?.maySend === true) {
      session.call(call);
      this.#connection.watch();
      return;
    }
    this.#calls.keep(call);
    this.#connection.need();
  }

  #flush(): void {
    const { session } = this.#connection;
    if (session === undefined) return;
    for (const call of this.#calls.waiting()) {
      if (!session.maySend) return;
      session.call(call);
    }
    for (const subscription of this.#subscriptions.waiting()) {
      if (!session.maySend) return;
      session.subscribe(subscription);
    }
  }

  #lost({ cause, fate, session, isFinal, isUnauthorized }: ConnectionLoss): void {
    this.#calls.connectionLost(cause, fate, session);
    if (isFinal) this.#finish(cause);
    else if (isUnauthorized) this.#subscriptions.refused(cause, session);
    else if (session !== undefined) this.#subscriptions.connectionLost(cause, session);
  }

  #failed(call: PendingCall, error: TrunklineError): void {
    if (this.#refresh(call, error, () => this.#calls.fail(call.id, error))) this.#calls.notRun(call);
  }

  #subscribeFailed(subscription: Subscription, error: TrunklineError): void {
    if (this.#refresh(subscription, error, () => subscription.failed(error))) subscription.interrupted(error);
  }

  /** Gets new credentials for what failed, so that it may leave once more, or fails it and returns false. */
  #refresh(use: CredentialsUse, error: TrunklineError, fail: () => void): boolean {
    const { retryAfterRefresh, connectionParams } = this.#settings;
    const mayRenew = retryAfterRefresh && typeof connectionParams === 'function' && this.#connection.canAuthenticate;
    if (!mayRenew || !this.#credentials.mayHelp(use, error)) {
      fail();
      return false;
    }
    use.hasRefreshed = true;
    this.#credentials.renewFor(use.queuedAt).then(() => this.#flush(), fail);
    return true;
  }

  /** What to send as the input, or why nothing may be sent. */
  #inputOf(
    call: CallName,
    value: unknown,
    signal: AbortSignal | null | undefined,
  ): string | undefined | TrunklineError {
    const cause = this.#finalCause ?? (this.#closing && this.#closedError());
    if (cause !== undefined) return unsentCall(call, cause);
    if (signal?.aborted === true) return cancelledCall(call, signal.reason);
    const input = this.#settings.codec.encode(value);
    if (!(input instanceof PayloadFailure)) return input;
    const what = `has an input that cannot be sent: ${input.message}.`;
    return callError(call, 'INPUT_UNSENDABLE', what, { outcome: 'not-sent' });
  }

  #expectEnd(call: PendingCall, timeoutMs: number, signal: AbortSignal | null | undefined): void {
    const timeOut = (): void => this.withdraw(call, timedOutCall(call, timeoutMs));
    const cancelTimer = timeoutMs > 0 ? this.#settings.clock.schedule(timeoutMs, timeOut) : undefined;
    const ignoreSignal = onAbort(signal, () => this.withdraw(call, cancelledCall(call, signal?.reason)));
    call.release = () => {
      cancelTimer?.();
      ignoreSignal();
    };
  }

  #closedError(): TrunklineError {
    return localError('CLIENT_CLOSED', 'The client is closed.', { outcome: 'not-sent' });
  }

  #finish(cause: TrunklineError): void {
    this.#finalCause = cause;
    this.#calls.failAll(cause);
    this.#subscriptions.failAll(cause);
  }

  #isBusy(): boolean {
    return this.#calls.size > 0 || this.#subscriptions.size > 0;
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }
}
