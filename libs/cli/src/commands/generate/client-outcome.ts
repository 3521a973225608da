import { type Contract, compareFolder, type FileChange, type Generation, type TypeProblem } from '@trunkline/codegen';

/** What of a generator is used here. */
export interface ClientGenerator {
  readonly outFolder: string;
  generate(changedFiles?: readonly string[]): Promise<Generation>;
  sourceFolders(): readonly string[];
  close(): void;
}

/** What came of reading a router and looking at its client's folder. */
export type ClientOutcome =
  | { readonly name: 'unreadable'; readonly error: unknown }
  | { readonly name: 'inexpressible'; readonly problems: readonly TypeProblem[]; readonly warnings: readonly string[] }
  | {
      readonly name: 'made';
      readonly contract: Contract;
      readonly warnings: readonly string[];
      /** What has to be written; empty for a client that is fresh. */
      readonly changes: readonly FileChange[];
      readonly fileCount: number;
    };

/** How a client is looked at. */
export interface MakeClientOptions {
  /** What changed since the last time, as the generator takes it. */
  readonly changedFiles?: readonly string[] | undefined;
  /** Whether a `dist` that is not there is no difference. @default false */
  readonly mayLackCompiled?: boolean;
}

/** Makes a client's files and compares them with its folder. Writes nothing, and never rejects: a router may be broken. */
export async function makeClient(
  generator: ClientGenerator,
  { changedFiles, mayLackCompiled = false }: MakeClientOptions = {},
): Promise<ClientOutcome> {
  try {
    const { contract, problems, warnings, files } = await generator.generate(changedFiles);
    if (problems.length > 0) return { name: 'inexpressible', problems, warnings };
    const changes = await compareFolder(generator.outFolder, files, { mayLackCompiled });
    return { name: 'made', contract, warnings, changes, fileCount: files.length };
  } catch (error) {
    return { name: 'unreadable', error };
  }
}
