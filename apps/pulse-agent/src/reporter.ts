import type { HostFacts, Sample } from '@trunkline/pulse-server/schemas';
import { Backlog } from './backlog.js';
import type { Connection, ReportOutcome } from './connection.js';

type Parts = {
  readonly host: HostFacts;
  readonly connection: Pick<Connection, 'report'>;
  readonly log: (line: string) => void;
  /** @default 120: two minutes, longer than a server takes to restart */
  readonly backlogCount?: number;
};

type ReporterState =
  | { readonly name: 'reporting' }
  | { readonly name: 'refused'; readonly reason: string }
  | { readonly name: 'away'; readonly droppedCount: number };

/** Sends samples in order, one at a time, and keeps those that cannot be sent until the server is back. */
export class Reporter {
  readonly #parts: Parts;
  readonly #backlog: Backlog<Sample>;
  #state: ReporterState = { name: 'reporting' };
  #sending: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#backlog = new Backlog(parts.backlogCount ?? 120);
  }

  get backlogCount(): number {
    return this.#backlog.count;
  }

  /** Takes a sample over; the sending goes on in the background. */
  accept(sample: Sample): void {
    if (this.#backlog.add(sample) && this.#state.name === 'away') {
      this.#state = { name: 'away', droppedCount: this.#state.droppedCount + 1 };
    }
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
  }

  /** Settles when nothing is being sent. */
  async settled(): Promise<void> {
    await this.#sending;
  }

  /** Until all is sent or one fails; the next sample then tries again. */
  async #sendAll(): Promise<void> {
    for (let sample = this.#backlog.oldest(); sample; sample = this.#backlog.oldest()) {
      const outcome = await this.#parts.connection.report({ host: this.#parts.host, sample });
      if (outcome.name !== 'failed') this.#backlog.remove(sample);
      this.#note(outcome);
      if (outcome.name === 'failed') return;
    }
  }

  /** One line when something changes, none while it lasts. */
  #note(outcome: ReportOutcome): void {
    const { log } = this.#parts;
    const before = this.#state;
    if (outcome.name === 'failed') {
      if (before.name === 'away') return;
      this.#state = { name: 'away', droppedCount: 0 };
      log(
        `The server cannot be reached (${outcome.reason}). Sampling goes on; the newest samples are kept and sent when it is back.`,
      );
      return;
    }
    if (before.name === 'away') {
      const lost = before.droppedCount === 0 ? 'none was lost' : `${before.droppedCount} older ones were lost`;
      log(`The server is back. Sending ${this.#backlog.count} more samples that were kept; ${lost}.`);
    }
    if (outcome.name === 'refused' && !(before.name === 'refused' && before.reason === outcome.reason)) {
      log(`The server refuses samples: ${outcome.reason}`);
    }
    if (outcome.name === 'stored' && before.name === 'refused') log('The server accepts samples again.');
    this.#state = outcome.name === 'refused' ? outcome : { name: 'reporting' };
  }
}
