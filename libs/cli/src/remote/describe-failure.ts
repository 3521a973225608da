import { LOCAL_CODES, type TrunklineError } from '@trunkline/client';
import { toJson } from '../print/to-json.js';
import { visible } from '../print/visible.js';
import { EXIT_CODES, type ExitCode } from '../terminal/exit-code.js';

/** What is known beside an error, for a hint that helps. */
export interface FailureCircumstances {
  readonly isStock: boolean;
  readonly hasSuperjson: boolean;
  /** Whether `hasSuperjson` is more than a guess. */
  readonly isTransformerKnown: boolean;
  readonly hasInput: boolean;
  /** A procedure of a similar name, where there is none of the name that was given. */
  readonly similarPath?: string | undefined;
}

/** How a failed call is told and what the command ends with. */
export interface FailureDescription {
  /** Lines for stderr. */
  readonly text: string;
  readonly exitCode: ExitCode;
}

export function describeFailure(error: TrunklineError, circumstances: FailureCircumstances): FailureDescription {
  const hint = hintFor(error, circumstances);
  const lines = [
    `error: ${visible(error.code)}: ${visible(error.message)}`,
    ...(error.data === undefined ? [] : [`  data: ${visible(toJson(error.data))}`]),
    ...(hint === undefined ? [] : [`  hint: ${hint}`]),
  ];
  return { text: `${lines.join('\n')}\n`, exitCode: exitCodeOf(error) };
}

function exitCodeOf({ code, outcome, shape, path }: TrunklineError): ExitCode {
  if (code === 'INPUT_UNSENDABLE') return EXIT_CODES.usage;
  if (code === 'CANCELLED' && outcome === 'cancelled' && shape === undefined) return EXIT_CODES.interrupted;
  // What the server said of this procedure, not of the connection.
  return path !== undefined && (shape !== undefined || outcome === 'rejected')
    ? EXIT_CODES.procedure
    : EXIT_CODES.connection;
}

function hintFor(error: TrunklineError, circumstances: FailureCircumstances): string | undefined {
  const { similarPath, hasSuperjson, isTransformerKnown, hasInput } = circumstances;
  switch (error.code) {
    case 'NOT_TRUNKLINE':
      return "The server speaks tRPC's own protocol: add --stock.";
    case 'METHOD_NOT_SUPPORTED':
      return hintForKind(error, circumstances.isStock);
    case 'NOT_FOUND':
      return similarPath === undefined ? undefined : `Did you mean ${similarPath}?`;
    case 'UNAUTHORIZED':
      return 'Give credentials with --connection-params or --header.';
    case 'BAD_REQUEST':
      return hasInput && !hasSuperjson && !isTransformerKnown
        ? 'If the router has superjson as its transformer, add --superjson.'
        : undefined;
    case 'ANSWER_UNREADABLE':
      return hasSuperjson ? "The answer is not in superjson's form: add --no-superjson." : undefined;
    case 'CONNECT_TIMED_OUT':
      return 'Check the address and the network, or raise --connect-timeout-ms.';
    default:
      return error.shape === undefined ? adviceFor(error.code) : undefined;
  }
}

// A Trunkline server runs queries and mutations alike, so that there the other kind is always a subscription, or what is none.
function hintForKind(error: TrunklineError, isStock: boolean): string {
  const kind = /\bto (query|mutation|subscription) procedure/.exec(error.message)?.[1];
  if (kind === 'subscription' || (!isStock && !error.message.startsWith('The subscription ')))
    return 'It is a subscription: use trunkline subscribe.';
  if (kind === 'mutation') return 'It is a mutation: use trunkline call with --mutation.';
  if (kind === 'query') return 'It is a query: use trunkline call with --query.';
  return 'It is no subscription: use trunkline call.';
}

function adviceFor(code: string): string | undefined {
  return Object.entries(LOCAL_CODES).find(([each]) => each === code)?.[1];
}
