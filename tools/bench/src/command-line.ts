import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface BenchOptions {
  /** Names of scenarios and variants to run; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly variants: readonly string[] | undefined;
  readonly rounds: number;
  readonly isQuick: boolean;
  /** Whether a missed goal is a failure. */
  readonly isCheck: boolean;
  /** Whether the tables in docs/performance.md are rewritten. */
  readonly isWritten: boolean;
  readonly jsonPath: string | undefined;
  readonly profileFolder: string | undefined;
}

export const usage = `npm run bench -- [options]

  --only a,b       only these scenarios; "codegen" stands for all whose names begin with "codegen-"
  --variants a,b   only these variants; plain ws always runs, because everything is compared with it
  --rounds n       rounds for each scenario (default 5)
  --quick          a smoke test: everything runs but what has to be installed first, the numbers mean nothing
  --check          fail with a list of the goals that are missed
  --write          put the scenarios that ran into docs/performance.json and docs/performance.md; without
                   --only, --variants and --quick that is done anyway
  --json file      also write the results to this file
  --profile dir    also write a CPU profile of each process to this folder`;

export interface KnownNames {
  readonly scenarios: readonly string[];
  readonly variants: readonly string[];
}

/**
 * Reads the command line.
 *
 * @throws Error with a sentence for the user.
 */
export function parseCommandLine(args: readonly string[], known: KnownNames): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      variants: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      quick: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const only = readNames('--only', values.only, known.scenarios);
  const variants = readNames('--variants', values.variants, known.variants);
  if (values.write && (values.quick || variants !== undefined)) {
    throw new Error(
      '--write would put incomplete tables into docs/performance.md; run it without --quick and --variants.',
    );
  }
  const isWhole = only === undefined && variants === undefined && !values.quick;
  return {
    only,
    variants,
    rounds: readRounds(values.rounds),
    isQuick: values.quick,
    isCheck: values.check,
    isWritten: values.write || isWhole,
    jsonPath: values.json,
    profileFolder: values.profile,
  };
}

function readNames(option: string, text: string | undefined, known: readonly string[]): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const names = text
    .split(',')
    .map((name) => name.trim())
    .flatMap((name) => (known.includes(name) ? [name] : namesBeginningWith(name, known)));
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`${option} names "${unknown}"; there are: ${known.join(', ')}.`);
  return names;
}

function namesBeginningWith(name: string, known: readonly string[]): readonly string[] {
  const found = known.filter((each) => each.startsWith(`${name}-`));
  return found.length === 0 ? [name] : found;
}

function readRounds(text: string): number {
  const rounds = Number(text);
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error(`--rounds is ${text}; it must be 1 or more.`);
  return rounds;
}
