import { type Cancel, type Clock, type ErrorKey, PayloadFailure, unreachable } from '@trunkline/protocol';
import { isAbortError, LazySignal } from '../dispatch/lazy-signal.js';
import type { CallInfo, DescribesCall } from '../observation/call-info.js';
import type { ProcedureRun } from '../router/procedure-run.js';
import { askStore } from './ask-store.js';
import { applicationKey } from './call-identity.js';
import { findOutcome } from './find-outcome.js';
import { HeldClaim } from './held-claim.js';
import type { Claim, IdempotencyStore } from './idempotency-store.js';
import type { Awaited, KeyedCall } from './keyed-call.js';
import type { LeaseKeeper } from './lease-keeper.js';
import type { MutationLimits } from './mutation-limits.js';
import type { MutationPolicy } from './mutation-policy.js';
import { readEpoch } from './owned-epoch.js';
import { asReplay, type MutationAnswer, readAnswer, type UnkeptAnswer, writeAnswer } from './recorded-answer.js';
import { RunAnswers } from './run-answers.js';

/** What runs see of the server that they run on. */
export interface RunDesk {
  readonly clock: Clock;
  readonly limits: MutationLimits;
  readonly store: IdempotencyStore;
  readonly leases: LeaseKeeper;
  /** Nobody is connected any more who waits for it. */
  orphaned(run: KeyedRun): void;
  /** Somebody waits again. */
  adopted(run: KeyedRun): void;
  ended(run: KeyedRun): void;
}

/**
 * The one run of a mutation that has a key, for whoever sends it, as often as it is sent: asks the store for the right to run,
 * runs, records, answers. It goes on when its callers are gone, for as long as they may come back.
 */
export class KeyedRun implements ProcedureRun, DescribesCall, Awaited {
  readonly kind = 'mutation';
  readonly path: string;
  readonly key: string;
  readonly fingerprint: string;
  /** Decoded; undefined before the run. */
  input: unknown;
  readonly #desk: RunDesk;
  readonly #policy: MutationPolicy;
  /** The first caller. Its connection may be gone; its context and codecs still serve. */
  readonly #first: KeyedCall;
  readonly #callers = new Set<KeyedCall>();
  readonly #answers: RunAnswers;
  readonly #abortion = new LazySignal(this);
  #claim: HeldClaim | undefined;
  /** What the application has found out about an earlier run. */
  #recovered: MutationAnswer | undefined;
  /** Whether the resolver may have done something. */
  #hasBegun = false;
  #stopAnswer: MutationAnswer | undefined;
  #cancelGrace: Cancel | undefined;
  #cancelPoll: Cancel | undefined;
  #pollDelayMs = MIN_POLL_MS;

  constructor(desk: RunDesk, first: KeyedCall, policy: MutationPolicy) {
    this.#desk = desk;
    this.#first = first;
    this.#policy = policy;
    this.path = first.call.path;
    this.key = first.key;
    this.fingerprint = first.fingerprint;
    this.#answers = new RunAnswers(first);
  }

  get context(): unknown {
    return this.#first.session.context;
  }

  get signal(): AbortSignal {
    return this.#abortion.signal;
  }

  describe(): CallInfo {
    const { call, host } = this.#first;
    const { id, path, traceparent } = call;
    return { connection: host.watch.info, id, path, kind: this.kind, traceparent, key: this.#applicationKey };
  }

  /** A caller waits for it: the first, or one who sent the same again. */
  join(caller: KeyedCall): void {
    this.#callers.add(caller);
    this.#cancelGrace?.();
    this.#desk.adopted(this);
    caller.wait(this);
  }

  start(): void {
    this.#ask(false);
  }

  reached(): void {
    this.#hasBegun = true;
  }

  reachedUnseen(): void {
    this.#hasBegun = true;
  }

  left(caller: KeyedCall): void {
    this.#callers.delete(caller);
    if (this.#callers.size > 0) return this.resigned('cancelled');
    const { clock, limits } = this.#desk;
    const graceMs = Math.max(0, Math.min(limits.graceMs, caller.dueAt - clock.now()));
    this.#cancelGrace = clock.schedule(graceMs, () => this.stopOrphan());
    this.#desk.orphaned(this);
  }

  resigned(why: 'cancelled' | 'expired'): void {
    for (const caller of this.#callers) if (caller.isWaiting) return;
    if (why === 'expired') return this.#stop('TIMEOUT', `The deadline passed before "${this.path}" was done.`);
    this.#stop('CANCELLED', CANCELLED_MESSAGE);
  }

  /** The client did not come back in time, or too many are gone. */
  stopOrphan(): void {
    this.#stop(
      'OUTCOME_UNKNOWN',
      `"${this.path}" was told to stop because its client was gone; it may have run in part.`,
    );
  }

  #ask(takesOver: boolean): void {
    const { owner, call } = this.#first;
    const sentEpoch = call.sent && readEpoch(call.sent.epoch, owner);
    const { key, fingerprint } = this;
    const request = {
      key,
      fingerprint,
      owner,
      leaseMs: this.#leaseMs,
      keepMs: this.#policy.keepMs,
      sentEpoch,
      takesOver,
    };
    askStore(() => this.#desk.store.begin(request), {
      done: (claim) => this.#act(claim),
      failed: (thrown) => {
        this.#notice(thrown);
        const message = 'Whether this mutation ran before cannot be looked up now, so it was not run.';
        this.#end(this.#answers.notRun('SERVICE_UNAVAILABLE', message));
      },
    });
  }

  #act(claim: Claim): void {
    switch (claim.state) {
      case 'acquired':
        return this.#acquired(claim.token);
      case 'in-flight':
        return this.#askLater(claim.leaseLeftMs);
      case 'done':
        return this.#replay(readAnswer(claim.result));
      case 'unknown':
        return this.#findOut();
      case 'mismatch':
        return this.#end(this.#answers.reused());
      case 'full':
        return this.#end(this.#answers.notRun('TOO_MANY_REQUESTS', FULL_MESSAGE, { limit: 'idempotency' }));
      default:
        return unreachable(claim);
    }
  }

  #acquired(token: string): void {
    const { clock, store, leases } = this.#desk;
    const { key } = this;
    const claim = new HeldClaim({
      store,
      clock,
      claimed: { key, token },
      leaseMs: this.#leaseMs,
      lost: () => this.#abortion.abort(new DOMException('Another server took over.', 'AbortError')),
      failed: (thrown) => this.#notice(thrown),
    });
    this.#claim = claim;
    if (this.#recovered) return this.#record(this.#recovered, true);
    // Nothing was done and nobody waits: whoever comes back runs it.
    if (this.#isUnwanted) return this.#giveBack(this.#stopped);
    const { call, session, host, refusal } = this.#first;
    if (refusal !== undefined) return this.#giveBack(this.#answers.refused(refusal));
    const decoded = session.codecs.input.decode(call.input);
    if (decoded instanceof PayloadFailure) {
      return this.#giveBack(this.#answers.refusal('BAD_REQUEST', `The input: ${decoded.message}`));
    }
    this.input = decoded;
    leases.add(claim);
    host.run(this).then(this.#succeed, this.#fail);
  }

  // Another server runs it.
  #askLater(leaseLeftMs: number): void {
    if (this.#isUnwanted) return this.#end(this.#stopped);
    const delayMs = Math.min(this.#pollDelayMs, leaseLeftMs);
    this.#pollDelayMs = Math.min(2 * this.#pollDelayMs, MAX_POLL_MS);
    this.#cancelPoll = this.#desk.clock.schedule(delayMs, () => {
      this.#cancelPoll = undefined;
      this.#ask(false);
    });
  }

  #replay(answer: MutationAnswer | UnkeptAnswer | undefined): void {
    if (answer === undefined) return this.#end(this.#answers.unknown());
    if (answer.type !== 'unkept') return this.#end(answer, true);
    if (this.#policy.recover !== undefined) return this.#recover((found) => this.#end(found, true));
    this.#end(this.#answers.unkept(answer, this.#desk.limits.maxResultBytes));
  }

  #findOut(): void {
    if (this.#policy.recover !== undefined) {
      return this.#recover((answer) => {
        this.#recovered = answer;
        this.#ask(true);
      });
    }
    if (this.#policy.mayRunAgain === true) return this.#ask(true);
    this.#end(this.#answers.unknown());
  }

  #recover(found: (answer: MutationAnswer) => void): void {
    const { call, session } = this.#first;
    // A copy, because a run that follows decodes the input again.
    const input = session.codecs.input.decode(structuredClone(call.input));
    findOutcome(this.#policy, { path: this.path, context: this.context, key: this.#applicationKey, input }).then(
      (recovered) => (recovered === undefined ? this.#ask(true) : found(this.#answers.output(recovered.output, input))),
      (thrown: unknown) => {
        this.#notice(thrown);
        this.#end(this.#answers.unknown());
      },
    );
  }

  readonly #succeed = (output: unknown): void => this.#record(this.#answers.output(output, this.input), false);

  // A procedure that was stopped throws because it was, which nobody needs to be told.
  readonly #fail = (thrown: unknown): void => {
    const wasStopped = this.#stopAnswer && (isAbortError(thrown) || this.#abortion.isReasonOf(thrown));
    const answer = wasStopped ? this.#stopped : this.#answers.failure(thrown, this.input);
    if (this.#hasBegun) this.#record(answer, false);
    else this.#giveBack(answer);
  };

  #record(answer: MutationAnswer, isReplayed: boolean): void {
    const result = writeAnswer(answer, this.#desk.limits.maxResultBytes);
    this.#claim?.complete(result, () => this.#end(answer, isReplayed));
  }

  #giveBack(answer: MutationAnswer): void {
    this.#claim?.release();
    this.#end(answer);
  }

  #stop(key: ErrorKey, message: string): void {
    if (this.#abortion.isAborted) return;
    this.#stopAnswer = this.#answers.refusal(key, message);
    this.#abortion.abort(new DOMException(message, key === 'TIMEOUT' ? 'TimeoutError' : 'AbortError'));
    if (this.#cancelPoll) this.#end(this.#stopped);
  }

  #end(answer: MutationAnswer, isReplayed = false): void {
    this.#cancelGrace?.();
    this.#cancelPoll?.();
    if (this.#claim) this.#desk.leases.delete(this.#claim);
    this.#desk.ended(this);
    for (const caller of this.#callers) {
      // Whoever joined sent what ran for another sending.
      if (caller === this.#first) caller.answer(answer, isReplayed);
      else caller.answer(asReplay(answer), true);
      caller.settle();
    }
  }

  #notice(thrown: unknown): void {
    this.#answers.notice(thrown, this.input);
  }

  get #isUnwanted(): boolean {
    return this.#abortion.isAborted || this.#callers.size === 0;
  }

  get #stopped(): MutationAnswer {
    return this.#stopAnswer ?? this.#answers.refusal('CANCELLED', CANCELLED_MESSAGE);
  }

  get #leaseMs(): number {
    return this.#policy.leaseMs ?? this.#desk.limits.leaseMs;
  }

  get #applicationKey(): string {
    return applicationKey(this.key, this.fingerprint);
  }
}

const MIN_POLL_MS = 20;
const MAX_POLL_MS = 300;
const CANCELLED_MESSAGE = 'The call was cancelled by its caller.';
const FULL_MESSAGE = 'As many mutations run as the idempotency store may hold.';
