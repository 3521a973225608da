import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { GenerateSettings } from '@trunkline/codegen';

/** The settings of one client that a configuration is for; others of its options are for the command line to check. */
export type ClientSettings = GenerateSettings;

/**
 * The clients that a configuration file is for. TypeScript is imported through tsx, because a configuration may compute its
 * settings and import others; that is cheap beside the router, which is not imported.
 *
 * @param path absolute.
 * @param importModule imports a module by its path.
 * @throws Error that names the file and what is missing.
 */
export async function loadClients(
  path: string,
  importModule: (path: string) => Promise<unknown> = importWithTsx,
): Promise<readonly ClientSettings[]> {
  const exported = path.endsWith('.json')
    ? parse(await readFile(path, 'utf8'), path)
    : await importDefault(path, importModule);
  const clients: readonly unknown[] = Array.isArray(exported) ? exported : [exported];
  return clients.map((client) => {
    if (isClient(client)) return client;
    throw new Error(
      `${path} has to export a configuration with the texts router and out, or a list of such; it exports ${JSON.stringify(client)}.`,
    );
  });
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function importDefault(path: string, importModule: (path: string) => Promise<unknown>): Promise<unknown> {
  let module: unknown;
  try {
    module = await importModule(path);
  } catch (error) {
    throw new Error(`${path} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return defaultOf(module);
}

/** What a module exports as its default; CommonJS is wrapped once more. */
function defaultOf(module: unknown): unknown {
  if (typeof module !== 'object' || module === null || !('default' in module)) return undefined;
  const exported: unknown = module.default;
  const isWrapped = typeof exported === 'object' && exported !== null && '__esModule' in exported;
  return isWrapped ? defaultOf(exported) : exported;
}

function isClient(value: unknown): value is ClientSettings {
  if (typeof value !== 'object' || value === null) return false;
  return typeof Reflect.get(value, 'router') === 'string' && typeof Reflect.get(value, 'out') === 'string';
}

async function importWithTsx(path: string): Promise<unknown> {
  // Only where there is a configuration to read.
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(pathToFileURL(path).href, import.meta.url);
}
