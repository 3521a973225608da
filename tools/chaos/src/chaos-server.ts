import type { IdempotencyStore } from '@trunkline/server';
import { type ChaosHost, type HostDeeds, NO_PORT } from './chaos-host.js';
import type { ChaosStage } from './chaos-world.js';
import { type ChaosLife, serveChaos } from './serve-chaos.js';

/** A real server in this process. */
export class ChaosServer implements ChaosHost {
  readonly #stage: ChaosStage;
  readonly #idempotency: IdempotencyStore | undefined;
  readonly #deeds = { replayed: 0, expired: 0, revoked: 0, killed: 0 };
  #life: ChaosLife | undefined;

  /** @param idempotency what all lives share; left out: each forgets what the last one knew. */
  constructor(stage: ChaosStage, idempotency?: IdempotencyStore) {
    this.#stage = stage;
    this.#idempotency = idempotency;
  }

  get port(): number {
    return this.#life?.port ?? NO_PORT;
  }

  get deeds(): HostDeeds {
    return this.#deeds;
  }

  async start(): Promise<void> {
    this.#life = await serveChaos(this.#stage, this.#idempotency);
  }

  leave(): Promise<void> {
    return this.#stop(this.#life, 150);
  }

  async drain(): Promise<void> {
    const life = this.#life;
    life?.shut();
    await this.start();
    await life?.server.drain({ deadlineMs: 300, spreadMs: 60 });
    await this.#stop(life, 0);
  }

  crash(): Promise<void> {
    this.#life?.cut();
    return this.#stop(this.#life, 0);
  }

  revoke(user: string): void {
    this.#life?.server.revoke(user, 'logged out');
  }

  async close(): Promise<void> {
    await this.crash();
    await this.#idempotency?.close();
  }

  async #stop(life: ChaosLife | undefined, timeoutMs: number): Promise<void> {
    if (life === this.#life) this.#life = undefined;
    if (life === undefined) return;
    await life.stop(timeoutMs);
    const { mutationsReplayed, closes } = life.server.stats();
    this.#deeds.replayed += mutationsReplayed;
    this.#deeds.expired += closes['4301'] ?? 0;
    this.#deeds.revoked += closes['4302'] ?? 0;
  }
}
