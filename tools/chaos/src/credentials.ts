import { TRPCError } from '@trpc/server';
import type { ConnectionParams } from '@trunkline/protocol';

/** Who a client of a run is, and until when. */
export interface ChaosContext {
  readonly user: string;
  /** In milliseconds since the epoch; null for never. */
  readonly expiresAt: number | null;
}

/** Hands out credentials to one client, each time new ones. */
export class Issuer {
  readonly user: string;
  readonly #lifeMs: number | null;
  #mayBeVoid: boolean;
  #isNextVoid = false;

  /**
   * @param lifeMs how long they last, in milliseconds; null for ever.
   * @param mayBeVoid whether the client asks again when they are refused; tRPC's own ends its subscriptions instead.
   */
  constructor(user: string, lifeMs: number | null, mayBeVoid: boolean) {
    this.user = user;
    this.#lifeMs = lifeMs;
    this.#mayBeVoid = mayBeVoid;
  }

  readonly issue = (): NonNullable<ConnectionParams> => {
    const expiresAt = this.#lifeMs === null ? '' : String(Date.now() + this.#lifeMs);
    const isVoid = this.#isNextVoid;
    this.#isNextVoid = false;
    return { user: this.user, expiresAt, ...(isVoid && { isVoid: 'yes' }) };
  };

  /** The next ones are refused. Only once in a run, because a client that is refused twice in a row has none, and gives up. */
  spoilNext(): void {
    this.#isNextVoid = this.#mayBeVoid;
    this.#mayBeVoid = false;
  }
}

/** @throws TRPCError UNAUTHORIZED for none, or for those that are void. */
export function readCredentials(params: Readonly<Record<string, string | undefined>> | null): ChaosContext {
  const user = params?.['user'];
  const expiresAt = params?.['expiresAt'] ?? '';
  if (user === undefined || params?.['isVoid'] !== undefined) {
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'These credentials are void.' });
  }
  return { user, expiresAt: expiresAt === '' ? null : Number(expiresAt) };
}
