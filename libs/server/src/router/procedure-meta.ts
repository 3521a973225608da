import type { AnyTRPCRouter } from '@trpc/server';
import { type MutationPolicy, validateMutationPolicy } from '../idempotency/mutation-policy.js';
import { type SubscriptionPolicy, validateSubscriptionPolicy } from '../subscription/subscription-policy.js';

/**
 * What a procedure says of its delivery, in tRPC's own meta: `initTRPC.meta<TrunklineMeta>()`, then
 * `.meta({ trunkline: { … } })`. An application with a meta of its own adds it: `meta<OwnMeta & TrunklineMeta>()`.
 */
export interface TrunklineMeta {
  readonly trunkline?: TrunklinePolicies | undefined;
}

/** The policies of one procedure; each has effect on its own kind only. */
export interface TrunklinePolicies {
  readonly subscription?: SubscriptionPolicy | undefined;
  readonly mutation?: MutationPolicy | undefined;
  /**
   * The errors that callers should expect of it, each code with a sentence on when it is thrown. They stand in the contract,
   * in the types of generated clients and in the documents; nothing is checked or sent because of them.
   */
  readonly errors?: Readonly<Record<string, string>> | undefined;
}

/** Reads what procedures say of themselves, each once. */
export class ProcedureMetaReader {
  readonly #router: AnyTRPCRouter;
  readonly #policies = new Map<string, TrunklinePolicies>();

  constructor(router: AnyTRPCRouter) {
    this.#router = router;
  }

  /**
   * Looks over every procedure that is there already, which the routers of `lazy()` are not.
   *
   * @throws TypeError or RangeError that names the procedure, the option and the value.
   */
  readAll(): void {
    for (const path of Object.keys(proceduresOf(this.#router))) this.policiesOf(path);
  }

  /** The policies of the procedure at a path, of which it is known that there is one. Throws as `readAll` does. */
  policiesOf(path: string): TrunklinePolicies {
    const known = this.#policies.get(path);
    if (known !== undefined) return known;
    const policies = readPolicies(path, metaOf(this.#router, path));
    this.#policies.set(path, policies);
    return policies;
  }
}

const NO_POLICIES: TrunklinePolicies = {};

function readPolicies(path: string, meta: unknown): TrunklinePolicies {
  const trunkline = isRecord(meta) ? meta['trunkline'] : undefined;
  if (trunkline === undefined) return NO_POLICIES;
  if (!isRecord(trunkline)) {
    throw new TypeError(
      `The meta of the procedure "${path}": trunkline is no object; it may have subscription, mutation and errors.`,
    );
  }
  const { subscription, mutation, errors } = trunkline;
  if (errors !== undefined) validateErrors(path, errors);
  return {
    subscription: subscription === undefined ? undefined : validateSubscriptionPolicy(path, subscription),
    mutation: mutation === undefined ? undefined : validateMutationPolicy(path, mutation),
  };
}

function validateErrors(path: string, errors: unknown): void {
  const isTable = isRecord(errors) && Object.values(errors).every((sentence) => typeof sentence === 'string');
  if (isTable) return;
  throw new TypeError(
    `The meta of the procedure "${path}": trunkline.errors is no object that has a sentence for each code.`,
  );
}

function metaOf(router: AnyTRPCRouter, path: string): unknown {
  const procedures = proceduresOf(router);
  const procedure = Object.hasOwn(procedures, path) ? procedures[path] : undefined;
  const definition: unknown = typeof procedure === 'function' ? Reflect.get(procedure, '_def') : undefined;
  return isRecord(definition) ? definition['meta'] : undefined;
}

function proceduresOf(router: AnyTRPCRouter): Readonly<Record<string, unknown>> {
  const procedures: unknown = router._def.procedures;
  return isRecord(procedures) ? procedures : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
