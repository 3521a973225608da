import type { ClientMethods, ConnectionState } from '@trunkline/client';

/** The part of a client that tells of its connection. */
export type ObservedClient = Pick<ClientMethods, 'state' | 'onStateChange'>;

/** The state of one client's connection as React reads it: the same object until the next change. */
export class ConnectionStore {
  readonly #client: ObservedClient;
  readonly #listeners = new Set<() => void>();
  #state: ConnectionState;
  #stop: (() => void) | undefined;

  constructor(client: ObservedClient) {
    this.#client = client;
    this.#state = client.state();
  }

  readonly read = (): ConnectionState => {
    // Nobody told it of changes while nobody listened.
    if (this.#stop === undefined) this.#refresh(this.#client.state());
    return this.#state;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#stop ??= this.#client.onStateChange((state) => {
      this.#state = state;
      for (const each of this.#listeners) each();
    });
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = undefined;
    };
  };

  #refresh(state: ConnectionState): void {
    if (JSON.stringify(state) !== JSON.stringify(this.#state)) this.#state = state;
  }
}
