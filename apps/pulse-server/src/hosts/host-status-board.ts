import type { HostStatus } from '../schemas/index.js';

/** Remembers which host was live and which silent when somebody last looked. */
export class HostStatusBoard {
  #statuses: ReadonlyMap<string, HostStatus> = new Map();

  statusOf(hostId: string): HostStatus | undefined {
    return this.#statuses.get(hostId);
  }

  /** Returns whether a host was added, removed, or changed its status. */
  update(hosts: readonly { readonly id: string; readonly status: HostStatus }[]): boolean {
    const before = this.#statuses;
    this.#statuses = new Map(hosts.map(({ id, status }) => [id, status]));
    return before.size !== this.#statuses.size || hosts.some(({ id, status }) => before.get(id) !== status);
  }
}
