import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unreachable } from '@trunkline/protocol';
import type { Contract } from '../../contract/contract.js';
import { readContract } from '../../contract/read-contract.js';
import { AgainstError, type AgainstSpec, parseAgainst } from './against-spec.js';
import { type ProgramResult, runProgram } from './run-program.js';
import { readFromTarball } from './tarball.js';

/** From where to look for the contract to compare with. */
export interface AgainstOptions {
  /** Files and npm's folders are relative to this folder, and git is run in it. */
  readonly cwd: string;
  /** npm and git are ended after this long. 60 seconds by default. */
  readonly timeoutMs?: number;
}

/** The name of the contract in a package: at its root, as generated packages have it. */
const CONTRACT_IN_PACKAGE = 'contract.json';

/**
 * Reads the contract to compare with: a file, `git:<ref>:<path>` or `npm:<package>@<version>`.
 *
 * @throws AgainstError when it cannot be had.
 * @throws ContractError when it is no contract.
 */
export async function loadAgainst(text: string, { cwd, timeoutMs = 60_000 }: AgainstOptions): Promise<Contract> {
  const spec = parseAgainst(text);
  return readContract(await readText(spec, { cwd, timeoutMs }), text);
}

async function readText(spec: AgainstSpec, options: Required<AgainstOptions>): Promise<string> {
  switch (spec.kind) {
    case 'file':
      return readContractFile(resolve(options.cwd, spec.path));
    case 'git':
      return readFromGit(spec, options);
    case 'npm':
      return readFromNpm(spec, options);
    default:
      return unreachable(spec);
  }
}

async function readContractFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AgainstError(`The contract ${path} cannot be read: ${toText(error)}`, { cause: error });
  }
}

async function readFromGit(
  { ref, path }: AgainstSpec & { kind: 'git' },
  options: Required<AgainstOptions>,
): Promise<string> {
  const result = await runProgram('git', ['show', '--end-of-options', `${ref}:${path}`], options);
  if (result.ok) return result.output;
  throw new AgainstError(
    result.isMissing
      ? `git:${ref}:${path} needs the program git, which is not on the PATH.`
      : `git has no ${path} at ${ref}, seen from ${options.cwd}: ${result.problem} In a clone of part of the history, fetch the revision first.`,
  );
}

async function readFromNpm(
  { specifier }: AgainstSpec & { kind: 'npm' },
  options: Required<AgainstOptions>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-against-'));
  try {
    // Scripts of the package are not run: only a file of it is wanted.
    const packArguments = ['pack', specifier, '--json', '--ignore-scripts', '--pack-destination', folder];
    const result = await runProgram('npm', packArguments, options);
    if (!result.ok) throw toNpmError(specifier, result);
    const text = readFromTarball(
      await readFile(join(folder, readFileName(result.output, specifier))),
      CONTRACT_IN_PACKAGE,
    );
    if (text === undefined) {
      throw new AgainstError(
        `The package ${specifier} has no ${CONTRACT_IN_PACKAGE}; it was not generated, or leaves it out of "files".`,
      );
    }
    return text;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toNpmError(specifier: string, { isMissing, problem }: ProgramResult & { ok: false }): AgainstError {
  if (isMissing) return new AgainstError(`npm:${specifier} needs the program npm, which is not on the PATH.`);
  if (
    /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|EIDLETIMEOUT)\b/.test(problem)
  ) {
    return new AgainstError(
      `The registry of npm cannot be reached, so ${specifier} cannot be compared with: ${firstLine(problem)} Compare with a file or git:<ref>:<path> when offline.`,
    );
  }
  if (/\b(?:E404|ETARGET)\b/.test(problem)) {
    return new AgainstError(`The registry of npm has no ${specifier}: ${firstLine(problem)}`);
  }
  return new AgainstError(`npm pack ${specifier} failed: ${problem}`);
}

/** npm prints a list of packages, or an object of them by name. */
function readFileName(output: string, specifier: string): string {
  const packed: unknown = JSON.parse(output);
  const packages: readonly unknown[] = typeof packed === 'object' && packed !== null ? Object.values(packed) : [];
  const first = packages[0];
  const name: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'filename') : undefined;
  if (typeof name !== 'string')
    throw new AgainstError(`npm pack ${specifier} did not say which file it wrote: ${output}`);
  return name;
}

function firstLine(text: string): string {
  const lines = text.split('\n').filter((line) => !/^npm (?:error|ERR!) code /.test(line));
  return lines[0] ?? text;
}

function toText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
