import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRecord } from '../workspace/record.js';

/** A word of the protocol as the code has it. */
export interface CatalogueEntry {
  readonly name: string;
  /** What the document has to say of it, cell by cell. */
  readonly facts: readonly string[];
  /** The source file that defines it, from the workspace's root. */
  readonly file: string;
  readonly line: number;
}

/** Everything that the document and the code both name. */
export interface ProtocolCatalogue {
  /** The `rpc.*` methods, in both directions. */
  readonly methods: readonly CatalogueEntry[];
  /** The message types of both ends. */
  readonly messages: readonly CatalogueEntry[];
  readonly errors: readonly CatalogueEntry[];
  readonly closes: readonly CatalogueEntry[];
  readonly gapReasons: readonly CatalogueEntry[];
  readonly limits: readonly CatalogueEntry[];
}

/** Reads the words of the protocol from the code that speaks it. Needs the export condition `@trunkline/source`. */
export async function readCatalogue(root: string): Promise<ProtocolCatalogue> {
  const protocol = 'libs/protocol/src';
  const codes = await load(root, `${protocol}/error-code.ts`);
  const closing = await load(root, `${protocol}/close-code.ts`);
  const serverMessages = await load(root, `${protocol}/server-message.ts`);
  const options = await load(root, 'libs/server/src/options.ts');
  const decideCloseAction = asFunction(closing.module['decideCloseAction']);
  return {
    methods: uniqueByName(
      readdirSync(join(root, protocol, 'native'))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
        .flatMap((name) => scan(root, `${protocol}/native/${name}`, /'(rpc\.[a-z]+)'/g)),
    ),
    messages: uniqueByName(
      ['client-message.ts', 'server-message.ts', 'violation.ts'].flatMap((name) =>
        scan(root, `${protocol}/${name}`, /readonly type: '([a-z]+)'/g),
      ),
    ),
    errors: entriesOf(codes, 'ERROR_CODES', ({ number, origin, isRetryable, advice }) => [
      String(number),
      origin === 'trpc' ? 'tRPC' : 'Trunkline',
      isRetryable === true ? 'yes' : 'no',
      String(advice),
    ]),
    closes: entriesOf(closing, 'CLOSE_CODES', ({ code, sender, meaning }) => [
      String(code),
      String(sender),
      String(decideCloseAction(code)),
      String(meaning),
    ]),
    gapReasons: entriesOf(serverMessages, 'GAP_REASONS', ({ meaning }) => [String(meaning)]),
    limits: readLimits(asFunction(options.module['resolveOptions'])({}), options),
  };
}

interface LoadedSource {
  readonly file: string;
  readonly text: string;
  readonly module: Readonly<Record<string, unknown>>;
}

async function load(root: string, file: string): Promise<LoadedSource> {
  const path = join(root, file);
  const module: unknown = await import(pathToFileURL(path).href);
  if (!isRecord(module)) throw new Error(`${file} is no module.`);
  return { file, text: readFileSync(path, 'utf8'), module: { ...module } };
}

function entriesOf(
  { file, text, module }: LoadedSource,
  table: string,
  factsOf: (entry: Readonly<Record<string, unknown>>) => readonly string[],
): readonly CatalogueEntry[] {
  const entries = module[table];
  if (!isRecord(entries)) throw new Error(`${file} exports no table ${table}.`);
  return Object.entries(entries).map(([name, entry]) => ({
    name,
    // A table of bare sentences is one of entries that are nothing but their meaning.
    facts: factsOf(isRecord(entry) ? entry : { meaning: entry }),
    file,
    line: lineOf(text, `${name}:`),
  }));
}

/** The numeric options of a server: limits in groups by their group's name, the others as they are. */
function readLimits(resolved: unknown, source: LoadedSource): readonly CatalogueEntry[] {
  const groups: Readonly<Record<string, string>> = {
    limits: 'limits.',
    outboxLimits: 'outbox.',
    mutations: 'mutations.',
    resume: 'resume.',
  };
  const toEntry = (name: string, value: unknown): CatalogueEntry[] =>
    typeof value === 'number'
      ? [{ name, facts: [String(value)], file: source.file, line: lineOf(source.text, name) }]
      : [];
  return Object.entries(isRecord(resolved) ? resolved : {}).flatMap(([name, value]) => {
    if (!isRecord(value)) return toEntry(name, value);
    const prefix = groups[name];
    return prefix === undefined
      ? []
      : Object.entries(value).flatMap(([limit, bound]) => toEntry(prefix + limit, bound));
  });
}

function scan(root: string, file: string, pattern: RegExp): CatalogueEntry[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(pattern)].map((match) => ({
    name: match[1] ?? '',
    facts: [],
    file,
    line: lineAt(text, match.index),
  }));
}

function uniqueByName(entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  return entries.filter(({ name }, index) => entries.findIndex((entry) => entry.name === name) === index);
}

function lineOf(text: string, part: string): number {
  return lineAt(text, Math.max(0, text.indexOf(part)));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

function asFunction(value: unknown): (argument: unknown) => unknown {
  if (typeof value !== 'function') throw new Error('The protocol no longer exports a function that this check asks.');
  return (argument) => Reflect.apply(value, undefined, [argument]) as unknown;
}
