/** What is known of a mutation of which nobody knows whether it ran. */
export type Recovered =
  /** It ran, and this is what it answers. */
  | { readonly output: unknown }
  /** It certainly did not run. */
  | undefined;

/** How a mutation is kept from running twice. */
export interface MutationPolicy {
  /**
   * Whether a call must name a key. `required`: one without is refused with `PRECONDITION_REQUIRED`, so stock clients, which have none,
   * cannot call it. `off`: keys are passed over, nothing is recorded. @default 'optional'
   */
  readonly key?: 'required' | 'optional' | 'off' | undefined;
  /** Whether running it twice does what running it once does. Then it is run again where else `OUTCOME_UNKNOWN` would be told. @default false */
  readonly mayRunAgain?: boolean | undefined;
  /** How long its result is kept, in milliseconds. @default as long as the store keeps others */
  readonly keepMs?: number | undefined;
  /** How long its claim holds without a word from the server that runs it, in milliseconds. @default the server's `mutations.leaseMs` */
  readonly leaseMs?: number | undefined;
  /**
   * Finds out whether it ran, where nobody else knows: typically looks for the key in the table into which the procedure has
   * written it, in the transaction of its effect. Where that says that it did not run, it is run.
   * Called without the procedure's middlewares. What it throws is told to `onError`, and the client is told `OUTCOME_UNKNOWN`.
   *
   * @param context that of the connection which asks.
   * @param key as `callInfo(signal)?.key` gave it to the procedure.
   * @param input decoded, but not parsed by the procedure's schema.
   */
  recover?(context: unknown, key: string, input: unknown): Recovered | Promise<Recovered>;
}

/** The policy of a procedure that says nothing. */
export const DEFAULT_MUTATION_POLICY: MutationPolicy = {};

/**
 * Looks a policy over.
 *
 * @throws TypeError or RangeError that names the procedure, the option, the value and what it may be.
 */
export function validateMutationPolicy(path: string, policy: unknown): MutationPolicy {
  if (!isRecord(policy)) {
    throw new TypeError(`${place(path, '')} is a value of type ${typeof policy}; it must be an object.`);
  }
  const { key, mayRunAgain, recover, keepMs, leaseMs } = policy;
  const isWrong = (option: string, value: unknown, mayBe: string): string =>
    `${place(path, `.${option}`)} is ${String(value)}; it must be ${mayBe}.`;
  if (key !== undefined && key !== 'required' && key !== 'optional' && key !== 'off')
    throw new TypeError(isWrong('key', key, "'required', 'optional' or 'off'"));
  if (mayRunAgain !== undefined && typeof mayRunAgain !== 'boolean')
    throw new TypeError(isWrong('mayRunAgain', mayRunAgain, 'true or false'));
  if (recover !== undefined && typeof recover !== 'function')
    throw new TypeError(isWrong('recover', recover, 'a function'));
  for (const [option, value] of Object.entries({ keepMs, leaseMs })) {
    if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1)) continue;
    throw new RangeError(isWrong(option, value, 'a whole number of 1 or more'));
  }
  return policy;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function place(path: string, option: string): string {
  return `The meta of the procedure "${path}": trunkline.mutation${option}`;
}
