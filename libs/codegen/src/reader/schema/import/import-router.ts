import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SchemaReading } from '../../reading.js';
import type { EvaluatedFile } from './evaluated-files.js';
import { ReportParser } from './report-parser.js';
import type { RouterAddress } from './router-address.js';
import { type ChildOutcome, RouterChild } from './router-child.js';
import type { ReadingReport, RouterReport } from './router-report.js';

/** What to import, and how. */
export interface ImportRouterOptions extends RouterAddress {
  /** The settings by which TypeScript is compiled, such as `paths`. @default the `tsconfig.json` of the current folder */
  readonly tsconfigPath?: string | undefined;
  /** How long the import may take, in milliseconds. @default 20000 */
  readonly importTimeoutMs?: number | undefined;
  /** Arguments for Node itself, such as `--conditions=development`. @default none */
  readonly nodeArguments?: readonly string[] | undefined;
}

/** What an import is spared, and what else it is to tell. */
export interface ImportHelp {
  /** A process that was started ahead of time, which is used up. */
  readonly child?: RouterChild;
  /** Whatever parsed the report before this one. */
  readonly parser?: ReportParser;
  /** Whether to tell which files were evaluated. @default false */
  readonly tellsFiles?: boolean;
}

/** What came of an import. */
export interface ImportedRouter {
  readonly reading: SchemaReading;
  /** The application's own files that were evaluated for it; left out where nobody asked, or some of them were ahead of time. */
  readonly files?: readonly EvaluatedFile[] | undefined;
}

/** A router that could not be imported and read, with what its author can do about it. */
export class RouterImportError extends Error {
  override readonly name = 'RouterImportError';
}

/** Long enough for an application that connects to its database first. */
export const DEFAULT_IMPORT_TIMEOUT_MS = 20_000;

/**
 * Imports the TypeScript file of a router in a process of its own and reads its schemas there. The process has
 * `TRUNKLINE_GENERATE=1` in its environment, by which an application can leave out what it does at its start, and is ended
 * as soon as the router is read. What it prints is kept out of this process and told only when it fails.
 *
 * @throws RouterImportError when the file or the export is not there, the export is no router, the file throws (with its
 *   stack), its process ends by itself, or takes too long.
 */
export async function importRouter(
  options: ImportRouterOptions,
  { child = startRouterChild(options), parser = new ReportParser(), tellsFiles = false }: ImportHelp = {},
): Promise<ImportedRouter> {
  const { exportName, importTimeoutMs = DEFAULT_IMPORT_TIMEOUT_MS } = options;
  const routerPath = resolve(options.routerPath);
  if (!existsSync(routerPath)) {
    child.end();
    throw new RouterImportError(`There is no file ${routerPath}; the router is looked for there.`);
  }
  const outcome = await child.run({ routerPath, exportName }, importTimeoutMs, tellsFiles);
  const report = decideReport(outcome, routerPath, importTimeoutMs);
  return { reading: parser.parse(report), files: report.files };
}

/** Starts a process for `importRouter` ahead of time. Whoever does not use it ends it. */
export function startRouterChild({ tsconfigPath, nodeArguments }: ImportRouterOptions): RouterChild {
  return new RouterChild({ tsconfigPath, nodeArguments });
}

function decideReport(outcome: ChildOutcome, routerPath: string, importTimeoutMs: number): ReadingReport {
  switch (outcome.name) {
    case 'reported':
      return withoutFailure(outcome.report, outcome.printed);
    case 'timedOut':
      throw new RouterImportError(
        `${routerPath} was not imported within ${importTimeoutMs} ms; does it wait for something? Leave that out where the ` +
          `environment has TRUNKLINE_GENERATE=1, or raise the option importTimeoutMs.${afterword(outcome.printed)}`,
      );
    case 'ended':
      throw new RouterImportError(
        `The process that imported ${routerPath} ended by itself (${outcome.how}) before the router was there.${afterword(outcome.printed)}`,
      );
    case 'notStarted':
      throw new RouterImportError(`The process to import ${routerPath} could not be started: ${outcome.reason}`);
  }
}

function withoutFailure(report: RouterReport, printed: string): ReadingReport {
  if (report.trunkline === 'failure') throw new RouterImportError(`${report.message}${afterword(printed)}`);
  return report;
}

function afterword(printed: string): string {
  return printed === '' ? '' : `\nIt printed:\n${printed}`;
}
