import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import type { SchemaReading } from '../../reading.js';
import { isRouter } from '../collect-procedures.js';
import { readSchemas } from '../read-schemas.js';
import { evaluatedFiles } from './evaluated-files.js';
import { findExport } from './find-export.js';
import type { RouterAddress } from './router-address.js';
import type { NamedText, RouterReport } from './router-report.js';

/**
 * Imports a router in this process and reads it. Whatever fails is told in the report.
 *
 * @param tellsFiles whether the report has the files that were evaluated, which takes some hundredths of a second to find out.
 */
export async function createReport(
  { routerPath, exportName }: RouterAddress,
  tellsFiles: boolean,
): Promise<RouterReport> {
  let module: unknown;
  try {
    module = await import(pathToFileURL(routerPath).href);
  } catch (error) {
    return failure(`${routerPath} threw while it was imported:\n${print(error)}`);
  }
  const found = findExport(module, exportName);
  if (found.value === undefined) {
    const names = found.names.length === 0 ? 'It exports nothing.' : `It exports ${found.names.join(', ')}.`;
    return failure(`${routerPath} has no export "${exportName}". ${names}`);
  }
  const router: unknown = await Promise.resolve(found.value);
  if (!isRouter(router)) {
    return failure(`The export "${exportName}" of ${routerPath} is no router of tRPC 11: ${describe(router)}.`);
  }
  try {
    return reportOf(await readSchemas(router), tellsFiles);
  } catch (error) {
    return failure(`The router "${exportName}" of ${routerPath} could not be read:\n${print(error)}`);
  }
}

function reportOf({ transformer, procedures, types }: SchemaReading, tellsFiles: boolean): RouterReport {
  return {
    trunkline: 'reading',
    transformer,
    procedures: textsOf(procedures),
    types: textsOf(types),
    ...(tellsFiles ? { files: evaluatedFiles() } : {}),
  };
}

function textsOf(values: Readonly<Record<string, unknown>>): readonly NamedText[] {
  return Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]);
}

function failure(message: string): RouterReport {
  return { trunkline: 'failure', message };
}

// With its stack and its causes, which are what the author looks for.
function print(error: unknown): string {
  return inspect(error, { depth: 3, colors: false });
}

function describe(value: unknown): string {
  if (typeof value === 'function') return 'it is a function; export what it returns';
  if (typeof value !== 'object' || value === null)
    return `it is ${value === null ? 'null' : `of type ${typeof value}`}`;
  const names = Object.keys(value).slice(0, 5).join(', ');
  return `it is an object without _def.procedures${names === '' ? '' : `, with the members ${names}`}`;
}
