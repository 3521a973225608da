/** `samples <hostId>`, or one of the lists that change as a whole. */
export type ChangeTopic = `samples ${string}` | 'alerts' | 'hosts';

/**
 * Tells watchers that something was written, never what: they read it from the database, which is the truth. So a
 * watcher costs one flag however slow it is, and a burst of changes wakes it once.
 */
export class ChangeHub {
  readonly #watches = new Map<ChangeTopic, Set<ChangeWatch>>();

  announce(topic: ChangeTopic): void {
    for (const watch of this.#watches.get(topic) ?? []) watch.ring();
  }

  /** Notices every announcement from now on, until it is closed or `signal` aborts. */
  watch(topic: ChangeTopic, signal: AbortSignal | undefined): ChangeWatch {
    const watches = this.#watches.get(topic) ?? new Set();
    this.#watches.set(topic, watches);
    const watch = new ChangeWatch(() => {
      signal?.removeEventListener('abort', close);
      watches.delete(watch);
      if (watches.size === 0 && this.#watches.get(topic) === watches) this.#watches.delete(topic);
    });
    const close = () => watch.close();
    watches.add(watch);
    if (signal?.aborted) close();
    else signal?.addEventListener('abort', close, { once: true });
    return watch;
  }

  get watchCount(): number {
    return [...this.#watches.values()].reduce((sum, watches) => sum + watches.size, 0);
  }
}

type WatchState =
  | { readonly name: 'quiet' }
  | { readonly name: 'rung' }
  | { readonly name: 'waiting'; readonly wake: (hasChanged: boolean) => void }
  | { readonly name: 'closed' };

export class ChangeWatch {
  #state: WatchState = { name: 'quiet' };
  readonly #onClose: () => void;

  constructor(onClose: () => void) {
    this.#onClose = onClose;
  }

  /** Settles with true once something has changed since the last call, with false once the watch is closed. One call at a time. */
  changed(): Promise<boolean> {
    switch (this.#state.name) {
      case 'closed':
        return Promise.resolve(false);
      case 'rung':
        this.#state = { name: 'quiet' };
        return Promise.resolve(true);
      case 'waiting':
        throw new Error('changed() was called while an earlier call was still waiting.');
      case 'quiet':
        return new Promise((resolve) => {
          this.#state = { name: 'waiting', wake: resolve };
        });
    }
  }

  ring(): void {
    if (this.#state.name === 'closed') return;
    const state = this.#state;
    this.#state = state.name === 'waiting' ? { name: 'quiet' } : { name: 'rung' };
    if (state.name === 'waiting') state.wake(true);
  }

  /** May be called again. */
  close(): void {
    if (this.#state.name === 'closed') return;
    const state = this.#state;
    this.#state = { name: 'closed' };
    if (state.name === 'waiting') state.wake(false);
    this.#onClose();
  }
}
