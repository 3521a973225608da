import { CommandFailure } from '../terminal/command-failure.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import type { ProcedureKind, ProcedureList } from './procedure-list.js';

/** What a command line says of the kind of a procedure. */
export interface KindFlags {
  readonly query?: boolean;
  readonly mutation?: boolean;
}

/**
 * How a call is sent. A mutation has a key, by which the server runs it once, however often it has to be sent; a Trunkline server
 * passes over the key of a query. So where nobody says what a procedure is, it is sent with one; tRPC's own server has to be told the
 * kind, and is told query.
 *
 * @throws CommandFailure when the server says that it is of another kind.
 */
export function decideKind(
  path: string,
  flags: KindFlags,
  list: ProcedureList | undefined,
  isStock: boolean,
): 'query' | 'mutation' {
  if (flags.query === true && flags.mutation === true)
    throw new CommandFailure('--query and --mutation exclude each other.', EXIT_CODES.usage);
  const kind = kindOf(path, list);
  if (kind === 'subscription')
    throw new CommandFailure(`"${path}" is a subscription: use trunkline subscribe.`, EXIT_CODES.usage);
  if (kind === 'mutation' && flags.query === true)
    throw new CommandFailure(`"${path}" is a mutation: leave out --query, or give --mutation.`, EXIT_CODES.usage);
  if (kind === 'query' && flags.mutation === true)
    throw new CommandFailure(`"${path}" is a query: leave out --mutation, or give --query.`, EXIT_CODES.usage);
  if (kind !== undefined) return kind;
  if (flags.mutation === true) return 'mutation';
  return flags.query === true || isStock ? 'query' : 'mutation';
}

/** @throws CommandFailure when the server says that it is no subscription. */
export function expectSubscription(path: string, list: ProcedureList | undefined): void {
  const kind = kindOf(path, list);
  if (kind !== undefined && kind !== 'subscription')
    throw new CommandFailure(`"${path}" is a ${kind}: use trunkline call.`, EXIT_CODES.usage);
}

function kindOf(path: string, list: ProcedureList | undefined): ProcedureKind | undefined {
  return list?.procedures.find((procedure) => procedure.path === path)?.kind;
}
