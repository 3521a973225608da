import { describeFailure, type Failure } from './failure.js';
import type { InteropCallbacks } from './interop-client.js';

/** What a subscription told its reader, in order. */
export class Recording {
  readonly log: unknown[] = [];
  failure: Failure | undefined;
  isOver = false;
  startedCount = 0;

  readonly callbacks: InteropCallbacks = {
    onStarted: () => {
      this.startedCount += 1;
      this.log.push('started');
    },
    onData: (event) => this.log.push(event),
    onGap: (reason) => this.log.push(`gap: ${reason}`),
    onError: (error) => {
      this.failure = describeFailure(error);
      this.log.push('error');
      this.isOver = true;
    },
    onComplete: () => {
      this.log.push('complete');
      this.isOver = true;
    },
  };

  /** The events alone. */
  get events(): readonly unknown[] {
    return this.log.filter((entry) => typeof entry !== 'string' || entry.startsWith('gap'));
  }
}
