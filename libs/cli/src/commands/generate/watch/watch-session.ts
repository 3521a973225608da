import { type Cancel, type Clock, unreachable } from '@trunkline/protocol';
import type { SourceChange, SourceChanges } from './source-changes.js';
import { transition, type WatchEffect, type WatchEvent, type WatchState } from './watch-state.js';

/** Long enough for all files that are saved together, too short to be noticed. */
export const QUIET_MS = 50;

/** What a session works with. */
export interface WatchSessionOptions {
  readonly clock: Clock;
  /** Generates, and says what came of it. Never rejects. */
  readonly generate: (changes: SourceChanges) => Promise<void>;
}

/** Generates whenever something changed, once it has been quiet for a moment. */
export class WatchSession {
  readonly #options: WatchSessionOptions;
  #state: WatchState = { name: 'idle' };
  #stopWaiting: Cancel = () => undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(options: WatchSessionOptions) {
    this.#options = options;
  }

  tell(change: SourceChange): void {
    this.#apply({ name: 'changed', change });
  }

  /** Settles when nothing runs any more; nothing begins from here on. */
  async close(): Promise<void> {
    this.#apply({ name: 'closed' });
    await this.#running;
  }

  #apply(event: WatchEvent): void {
    const { state, effects } = transition(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: WatchEffect): void {
    const { clock, generate } = this.#options;
    switch (effect.name) {
      case 'wait':
        this.#stopWaiting();
        this.#stopWaiting = clock.schedule(QUIET_MS, () => this.#apply({ name: 'settled' }));
        return;
      case 'stopWaiting':
        this.#stopWaiting();
        return;
      case 'generate':
        this.#running = generate(effect.changes).then(() => this.#apply({ name: 'generated' }));
        return;
      default:
        unreachable(effect);
    }
  }
}
