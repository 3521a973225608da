import type { SubscriptionItem } from '@trunkline/client';
import { unreachable } from '@trunkline/protocol';
import type { Command } from 'commander';
import { toJson } from '../print/to-json.js';
import { visible } from '../print/visible.js';
import { CommandFailure } from '../terminal/command-failure.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import { expectSubscription } from './decide-kind.js';
import { positionedEvent } from './positioned-event.js';
import { readInput } from './read-input.js';
import {
  addConnectionOptions,
  addPayloadOptions,
  parseDuration,
  type RemoteFlags,
  readTarget,
} from './remote-options.js';
import { runRemote } from './run-remote.js';

interface SubscribeFlags extends RemoteFlags {
  readonly inputFile?: string;
  readonly withPosition?: boolean;
  readonly count?: number;
  readonly forMs?: number;
}

const EXAMPLES = `
Examples:
  $ trunkline subscribe ws://localhost:3000/rpc hosts.samples '{"host":"a1"}'
  $ trunkline subscribe ws://localhost:3000/rpc prices.onTick --count 100 | jq .price
  $ trunkline subscribe ws://localhost:3000/rpc orders.changes --with-position --for-ms 60000 > changes.jsonl

Each event is one line of JSON on stdout. Events that are missing, and a connection that is lost and comes back, are told on stderr; the
subscription goes on where it was. A reader that is slow slows the subscription down; a reader that goes away, or Ctrl-C, ends it.

Exit codes: 0 ended, by the server, a limit or Ctrl-C; 1 wrong usage; 2 no connection; 3 the procedure ended with an error.`;

/** Adds `trunkline subscribe`. */
export function addSubscribeCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('subscribe')
    .summary('Subscribe and print each event as a line of JSON.')
    .description('Subscribes to a procedure of a running server and prints each event as one line of JSON.')
    .argument('<url>', 'where the server is, such as ws://localhost:3000/rpc')
    .argument('<path>', 'the procedure, such as hosts.samples')
    .argument('[input]', 'its input as JSON; - reads the standard input')
    .option('--input-file <path>', 'read the input from this file')
    .option('--with-position', 'print {"seq","id","data"}: the number of each event, and the last id of tracked()')
    .option('-n, --count <n>', 'end after so many events', parseDuration)
    .option('--for-ms <n>', 'end after this time', parseDuration)
    .addHelpText('after', EXAMPLES);
  addPayloadOptions(addConnectionOptions(command)).action(
    async (url: string, path: string, input: string | undefined, flags: SubscribeFlags) => {
      const target = await readTarget(url, flags, terminal);
      if (target.isStock && flags.withPosition === true)
        throw new CommandFailure("--with-position is not for --stock: tRPC's server tells none.", EXIT_CODES.usage);
      const value = await readInput(input, flags.inputFile, terminal);
      const stop = createStop(flags.forMs, terminal);
      const { signal } = stop;
      const wish = { hasSuperjson: flags.superjson, wantsKinds: false, hasPositions: flags.withPosition === true };
      const use = { target, wish, path, hasInput: value !== undefined, signal };
      await runRemote(use, terminal, async ({ client, list }) => {
        expectSubscription(path, list);
        stop.startTimer();
        await printEvents(client.subscribe(path, value, signal), flags, signal, terminal);
      });
      stop.release();
      // Whoever stops a subscription has had what was asked for, also where there was nothing yet.
      if (signal.aborted) terminal.setExitCode(EXIT_CODES.done);
    },
  );
}

/** Ends a subscription: Ctrl-C, a reader that has gone, or the time that was given. */
function createStop(
  forMs: number | undefined,
  terminal: Terminal,
): { readonly signal: AbortSignal; startTimer(): void; release(): void } {
  const elapsed = new AbortController();
  let cancel: (() => void) | undefined;
  return {
    signal: AbortSignal.any([terminal.interrupted(), terminal.stdout.gone, elapsed.signal]),
    startTimer() {
      if (forMs !== undefined) cancel = terminal.clock.schedule(forMs, () => elapsed.abort());
    },
    release: () => cancel?.(),
  };
}

async function printEvents(
  items: AsyncIterable<SubscriptionItem<unknown>>,
  flags: SubscribeFlags,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<void> {
  let count = 0;
  for await (const item of items) {
    if (item.type !== 'data') {
      tell(item, terminal);
      continue;
    }
    terminal.stdout.write(`${toJson(flags.withPosition === true ? withPosition(item) : item.data)}\n`);
    count += 1;
    if (count === flags.count) return;
    // What is not asked for is not granted: so the server waits for whoever reads this.
    await drainedOrAborted(terminal, signal);
    if (signal.aborted) return;
  }
}

function withPosition(item: SubscriptionItem<unknown> & { readonly type: 'data' }): unknown {
  const event = positionedEvent(item.data);
  return item.conflated === undefined ? event : { ...event, conflated: item.conflated };
}

function tell(item: Exclude<SubscriptionItem<unknown>, { readonly type: 'data' }>, terminal: Terminal): void {
  const { stderr } = terminal;
  switch (item.type) {
    case 'gap': {
      const what =
        item.dropped === undefined ? 'Events are' : `${item.dropped} ${item.dropped === 1 ? 'event is' : 'events are'}`;
      return stderr.write(`trunkline: ${what} missing here (${visible(item.reason)}).\n`);
    }
    case 'status':
      if (item.status === 'live' && item.resumed === 'recovered') stderr.write('trunkline: Nothing was missed.\n');
      return;
    default:
      return unreachable(item);
  }
}

function drainedOrAborted(terminal: Terminal, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const settle = (): void => {
      signal.removeEventListener('abort', settle);
      resolve();
    };
    signal.addEventListener('abort', settle);
    void terminal.stdout.drained().then(settle);
  });
}
