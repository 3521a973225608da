import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isJsonRecord } from '@trunkline/protocol';
import type { Command } from 'commander';
import { CommandFailure } from '../terminal/command-failure.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import type { RemoteTarget } from './remote-target.js';

/** The options of every command that talks to a server, as commander gives them. */
export interface RemoteFlags {
  readonly header: Readonly<Record<string, string>>;
  readonly connectionParams?: string;
  readonly connectTimeoutMs: number;
  readonly superjson?: boolean;
  readonly stock?: boolean;
}

export function addConnectionOptions(command: Command): Command {
  return command
    .option('-H, --header <name=value>', 'send this header with the upgrade request; may be repeated', gatherHeader, {})
    .option('--connection-params <json>', 'an object of strings for the context, such as credentials; @file reads one')
    .option('--connect-timeout-ms <n>', 'time for one attempt to connect', parseDuration, 10_000);
}

export function addPayloadOptions(command: Command): Command {
  return command
    .option('--superjson', 'the router has superjson as its transformer (default: what the server says of it)')
    .option('--no-superjson', 'send and show plain JSON')
    .option('--stock', "the server serves tRPC's own applyWSSHandler");
}

/** @throws CommandFailure for options that make no target. */
export async function readTarget(url: string, flags: RemoteFlags, terminal: Terminal): Promise<RemoteTarget> {
  return {
    url: readUrl(url),
    headers: flags.header,
    connectionParams: await readConnectionParams(flags.connectionParams, terminal),
    isStock: flags.stock === true,
    connectTimeoutMs: flags.connectTimeoutMs,
  };
}

/** Milliseconds, or any other count: a whole number above 0. */
export function parseDuration(text: string): number {
  const number = Number(text);
  // What a timer of Node can hold.
  if (/^\d+$/.test(text) && number > 0 && number <= 2_147_483_647) return number;
  throw new CommandFailure(`"${text}" is not a whole number from 1 to 2147483647.`, EXIT_CODES.usage);
}

function gatherHeader(text: string, gathered: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const match = /^([!#$%&'*+.^_`|~\w-]+)(?:=|:\s*)([^]*)$/.exec(text);
  const [, name, value] = match ?? [];
  if (name !== undefined && value !== undefined && /^[\t\x20-\x7e\x80-\xff]*$/.test(value))
    return { ...gathered, [name]: value };
  throw new CommandFailure(`--header ${JSON.stringify(text)} is not a header: write name=value.`, EXIT_CODES.usage);
}

function readUrl(text: string): string {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `ws://${text}`;
  if (URL.canParse(url) && /^(?:ws|http)s?:$/.test(new URL(url).protocol)) return url;
  throw new CommandFailure(
    `"${text}" is no address of a server: write one such as ws://localhost:3000/rpc.`,
    EXIT_CODES.usage,
  );
}

async function readConnectionParams(
  text: string | undefined,
  terminal: Terminal,
): Promise<Readonly<Record<string, string>> | null> {
  if (text === undefined) return null;
  const json = text.startsWith('@') ? await readFileOf(text.slice(1), terminal) : text;
  const params = parseJson(json, '--connection-params');
  if (isStringRecord(params)) return params;
  const what = '--connection-params is not an object of strings, such as {"token":"…"}.';
  throw new CommandFailure(what, EXIT_CODES.usage);
}

function isStringRecord(value: unknown): value is Readonly<Record<string, string>> {
  return isJsonRecord(value) && Object.values(value).every((each) => typeof each === 'string');
}

/** A file of the user's, by a path relative to where the command runs. @throws CommandFailure when it cannot be read. */
export async function readFileOf(path: string, terminal: Terminal): Promise<string> {
  try {
    return await readFile(resolve(terminal.cwd, path), 'utf8');
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new CommandFailure(`The file ${path} cannot be read: ${why}.`, EXIT_CODES.usage, { cause: thrown });
  }
}

/** @throws CommandFailure that names where the text came from. */
export function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    const hint = `A text needs its own quotes: '"text"'.`;
    throw new CommandFailure(`${source} is not JSON: ${why}. ${hint}`, EXIT_CODES.usage, { cause: thrown });
  }
}
