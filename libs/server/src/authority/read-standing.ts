import type { Standing } from './credentials.js';

/** The application's functions that say who a context speaks for, and until when. */
export interface AuthorityPolicy {
  readonly principal: ((context: never) => unknown) | undefined;
  readonly expiresAt: ((context: never) => unknown) | undefined;
}

/**
 * Asks the application who is behind a context.
 *
 * @throws TypeError when it says something that makes no sense, naming the option; and whatever its functions throw.
 */
export function readStanding(policy: AuthorityPolicy, context: unknown): Standing {
  const principal = ask(policy.principal, context) ?? null;
  if (principal !== null && (typeof principal !== 'string' || principal === '')) {
    throw new TypeError(
      `The option principal gave ${describe(principal)}; it must give a string that is not empty, or null.`,
    );
  }
  const expiresAt = ask(policy.expiresAt, context) ?? null;
  if (expiresAt !== null && (typeof expiresAt !== 'number' || Number.isNaN(expiresAt))) {
    throw new TypeError(
      `The option expiresAt gave ${describe(expiresAt)}; it must give milliseconds since the epoch, or null.`,
    );
  }
  return { principal, expiresAt: expiresAt === Infinity ? null : expiresAt };
}

function ask(question: ((context: never) => unknown) | undefined, context: unknown): unknown {
  return question === undefined ? null : Reflect.apply(question, undefined, [context]);
}

function describe(value: unknown): string {
  return typeof value === 'string' ? '""' : `a value of type ${typeof value}`;
}
