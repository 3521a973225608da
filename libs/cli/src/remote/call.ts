import type { CallOptions } from '@trunkline/client';
import type { Command } from 'commander';
import { printValue } from '../print/print-value.js';
import type { Terminal } from '../terminal/terminal.js';
import { decideKind, type KindFlags } from './decide-kind.js';
import type { OpenedRemote } from './open-remote.js';
import { readInput } from './read-input.js';
import {
  addConnectionOptions,
  addPayloadOptions,
  parseDuration,
  type RemoteFlags,
  readTarget,
} from './remote-options.js';
import { runRemote } from './run-remote.js';
import { isSuperjson } from './superjson-codec.js';

interface CallFlags extends RemoteFlags, KindFlags {
  readonly inputFile?: string;
  readonly timeoutMs?: number;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ trunkline call ws://localhost:3000/rpc orders.byId '{"id":7}'
  $ trunkline call ws://localhost:3000/rpc orders.place - --mutation < order.json
  $ trunkline call wss://shop.example/rpc whoAmI --connection-params '{"token":"…"}' --json | jq .name

The output goes to stdout: readable at a terminal, one line of JSON elsewhere. With superjson an input may be in its own form, such as
'{"json":{"at":"2026-01-31T00:00:00.000Z"},"meta":{"values":{"at":["Date"]}}}'.

Without --query or --mutation the server is asked what the procedure is. Where it does not say, the call is sent so that it runs once, as a
mutation needs it; to tRPC's own server (--stock) it is sent as a query.

Exit codes: 0 answered, 1 wrong usage, 2 no connection or no answer, 3 the procedure answered with an error, 130 interrupted.`;

/** Adds `trunkline call`. */
export function addCallCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('call')
    .summary('Call a query or mutation and print what it answers.')
    .description('Calls a query or mutation of a running server and prints what it answers.')
    .argument('<url>', 'where the server is, such as ws://localhost:3000/rpc')
    .argument('<path>', 'the procedure, such as orders.byId')
    .argument('[input]', 'its input as JSON; - reads the standard input')
    .option('--input-file <path>', 'read the input from this file')
    .option('-q, --query', 'the procedure is a query (default: what the server says of it)')
    .option('-m, --mutation', 'the procedure is a mutation')
    .option('-t, --timeout-ms <n>', 'fail when there is no answer after this time (default: none)', parseDuration)
    .option('--json', 'print one line of JSON, also at a terminal')
    .addHelpText('after', EXAMPLES);
  addPayloadOptions(addConnectionOptions(command)).action(
    async (url: string, path: string, input: string | undefined, flags: CallFlags) => {
      await call({ url, path, input: await readInput(input, flags.inputFile, terminal), flags }, terminal);
    },
  );
}

interface CallRequest {
  readonly url: string;
  readonly path: string;
  readonly input: unknown;
  readonly flags: CallFlags;
}

async function call({ url, path, input, flags }: CallRequest, terminal: Terminal): Promise<void> {
  const target = await readTarget(url, flags, terminal);
  const { superjson, timeoutMs, query, mutation } = flags;
  // What cannot be decided needs no connection to be refused.
  decideKind(path, flags, undefined, target.isStock);
  const signal = terminal.interrupted();
  const wantsKinds = query !== true && mutation !== true;
  const wish = { hasSuperjson: superjson, wantsKinds, hasPositions: false };
  await runRemote({ target, wish, path, hasInput: input !== undefined, signal }, terminal, async (remote) => {
    const kind = decideKind(path, flags, remote.list, target.isStock);
    const options: CallOptions = { signal, timeoutMs };
    const { client } = remote;
    const output = await (kind === 'query' ? client.query(path, input, options) : client.mutate(path, input, options));
    terminal.stdout.write(`${printValue(output, terminal.stdout, flags.json === true)}\n`);
    hintAtTransformer(output, remote, terminal);
  });
}

// Only tRPC's own server answers so to a client without a transformer.
function hintAtTransformer(output: unknown, remote: OpenedRemote, terminal: Terminal): void {
  if (remote.hasSuperjson || !isSuperjson(output)) return;
  terminal.stderr.write('hint: The answer has the form of superjson: add --superjson.\n');
}
