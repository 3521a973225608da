import { styleText } from 'node:util';
import type { Command } from 'commander';
import { visible } from '../print/visible.js';
import { CommandFailure } from '../terminal/command-failure.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import type { Terminal, TerminalOutput } from '../terminal/terminal.js';
import { type ListedProcedure, type ProcedureList, readProcedureList } from './procedure-list.js';
import { addConnectionOptions, type RemoteFlags, readTarget } from './remote-options.js';
import { runRemote } from './run-remote.js';

interface DiscoverFlags extends RemoteFlags {
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ trunkline discover ws://localhost:3000/rpc
  $ trunkline discover ws://localhost:3000/rpc --json > openrpc.json

Exit codes: 0 done, 1 wrong usage, 2 no connection, 3 the server gives out no document.`;

/** Adds `trunkline discover`. */
export function addDiscoverCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('discover')
    .summary('List the procedures of a server, or print its OpenRPC document.')
    .description('Asks a running server what procedures it has.')
    .argument('<url>', 'where the server is, such as ws://localhost:3000/rpc')
    .option('--json', 'print the whole OpenRPC document')
    .addHelpText('after', EXAMPLES);
  addConnectionOptions(command).action(async (url: string, flags: DiscoverFlags) => {
    const target = await readTarget(url, flags, terminal);
    const signal = terminal.interrupted();
    const wish = { hasSuperjson: false, wantsKinds: false, hasPositions: false };
    await runRemote({ target, wish, hasInput: false, signal }, terminal, async ({ client }) => {
      const document = await client.discover(signal);
      const list = readProcedureList(document);
      if (list === undefined) throw new CommandFailure(NO_DOCUMENT, EXIT_CODES.procedure);
      const text = flags.json === true ? JSON.stringify(document, undefined, 2) : printList(list, terminal.stdout);
      terminal.stdout.write(`${text}\n`);
    });
  });
}

const NO_DOCUMENT = [
  'The server gives out no document of its procedures (METHOD_NOT_FOUND).',
  'It does where createServer() has the option contract: { compatibility, discover }, with compatibility.json and docs/openrpc.json of the',
  'package that trunkline generate writes.',
].join('\n');

/** The procedures as a table. */
export function printList(list: ProcedureList, output: TerminalOutput): string {
  const { title, version, transformer, procedures } = list;
  const pathWidth = widest(procedures.map(({ path }) => visible(path)));
  const kindWidth = widest(procedures.map(({ kind }) => kind));
  const head = visible([title, version].filter((each) => each !== '').join(' '));
  const count = `${procedures.length} ${procedures.length === 1 ? 'procedure' : 'procedures'}`;
  const about = [head, count, transformer === undefined ? '' : `transformer: ${visible(transformer)}`];
  const rows = procedures.map((procedure) => printRow(procedure, pathWidth, kindWidth, output));
  return [styled('bold', about.filter((each) => each !== '').join(', '), output), ...rows].join('\n');
}

function printRow(procedure: ListedProcedure, pathWidth: number, kindWidth: number, output: TerminalOutput): string {
  const path = visible(procedure.path).padEnd(pathWidth);
  const kind = styled(KIND_STYLES[procedure.kind], procedure.kind.padEnd(kindWidth), output);
  const notes = [procedure.isDeprecated ? '(deprecated)' : '', visible(procedure.summary)];
  return `${path}  ${kind}  ${notes.filter((note) => note !== '').join(' ')}`.trimEnd();
}

const KIND_STYLES = { query: 'green', mutation: 'yellow', subscription: 'cyan' } as const;

function styled(style: 'bold' | 'green' | 'yellow' | 'cyan', text: string, output: TerminalOutput): string {
  return output.hasColor ? styleText(style, text, { validateStream: false }) : text;
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, text.length), 0);
}
