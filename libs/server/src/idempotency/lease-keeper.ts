import type { Clock } from '@trunkline/protocol';

/** Whoever has to say, now and then, that it still runs. */
export interface LeaseHolder {
  readonly leaseMs: number;
  renew(): void;
}

/** Renews leases. One timer serves all leases of one length, because most holders are done long before they would renew. */
export class LeaseKeeper {
  readonly #clock: Clock;
  readonly #holders = new Map<number, Set<LeaseHolder>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(holder: LeaseHolder): void {
    const { leaseMs } = holder;
    const found = this.#holders.get(leaseMs);
    if (found) return void found.add(holder);
    this.#holders.set(leaseMs, new Set([holder]));
    this.#renewLater(leaseMs);
  }

  delete(holder: LeaseHolder): void {
    this.#holders.get(holder.leaseMs)?.delete(holder);
  }

  // The timer of the last that is done is left to fire once, which costs less than one timer for each.
  #renewLater(leaseMs: number): void {
    this.#clock.schedule(Math.max(1, Math.floor(leaseMs / 3)), () => {
      const holders = this.#holders.get(leaseMs);
      if (holders === undefined || holders.size === 0) return void this.#holders.delete(leaseMs);
      for (const holder of holders) holder.renew();
      this.#renewLater(leaseMs);
    });
  }
}
