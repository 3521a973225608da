import { printError } from '../lifecycle/print-error.js';
import { countClose, createCounters, readCounters } from './counters.js';
import type { LogFields, LogLevel } from './logger.js';
import type { Hook, ObservationOptions } from './observation-options.js';
import { runHook } from './run-hook.js';
import type { HeldNow, ServerStats } from './server-stats.js';

/** What one server counts, tells its hooks and writes to its logger. */
export class Observer {
  readonly counters = createCounters();
  readonly options: ObservationOptions;
  #lastConnectionId = 0;

  constructor(options: ObservationOptions) {
    this.options = options;
  }

  /** Whether somebody is told of single connections, calls or events. */
  get isWatched(): boolean {
    const { onConnection, onCall, onSubscription, onGap, logger } = this.options;
    return [onConnection, onCall, onSubscription, onGap, logger].some((observer) => observer !== undefined);
  }

  stats(held: HeldNow): ServerStats {
    return readCounters(this.counters, held);
  }

  nextConnectionId(): number {
    this.#lastConnectionId += 1;
    return this.#lastConnectionId;
  }

  /** A socket was closed before there was a connection. */
  refused(peerAddress: string | undefined, code: number, reason: string): void {
    countClose(this.counters, code);
    const { onConnection } = this.options;
    if (onConnection) this.tell('onConnection', onConnection, { event: 'refused', peerAddress, code, reason });
    this.log('warn', { peerAddress, code, reason }, 'A socket was refused.');
  }

  /** An upgrade was answered over HTTP. @param status one of a few of ours, so each may have a count of its own. */
  upgradeRefused(peerAddress: string | undefined, status: number, reason: string): void {
    const { upgradesRefused } = this.counters;
    upgradesRefused[status] = (upgradesRefused[status] ?? 0) + 1;
    const { onConnection } = this.options;
    if (onConnection) {
      this.tell('onConnection', onConnection, { event: 'upgrade-refused', peerAddress, status, reason });
    }
    this.log('warn', { peerAddress, status, reason }, 'An upgrade was refused.');
  }

  /** Tells a hook. What it throws is reported and goes nowhere else. */
  tell<Notice>(name: string, hook: Hook<Notice>, notice: Notice): void {
    runHook(hook, notice, (thrown) => this.hookFailed(name, thrown));
  }

  /** Reports what a hook threw: an error there has nowhere else to go, and it must not reach the protocol. */
  hookFailed(name: string, thrown: unknown): void {
    this.failed(`The ${name} hook of a Trunkline server threw:`, thrown);
  }

  /** Writes an error of the application to the logger, or to the console where there is none. */
  failed(sentence: string, thrown: unknown): void {
    if (this.options.logger === undefined) printError(sentence, thrown);
    else this.log('error', { err: thrown }, sentence);
  }

  log(level: LogLevel, fields: LogFields, message: string): void {
    const { logger } = this.options;
    if (logger === undefined) return;
    try {
      logger[level](fields, message);
    } catch (thrown) {
      printError('The logger of a Trunkline server threw:', thrown);
    }
  }
}
