import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkConfig } from './check-config.js';
import { ConfigError } from './config-error.js';
import type { PartialConfig } from './config-schema.js';

/** A configuration as its file has it. */
export interface LoadedConfig {
  /** The file; undefined where there is none. */
  readonly path: string | undefined;
  /** The folder that paths in it are relative to. */
  readonly folder: string;
  /** One for each client; one that is empty where there is no file. */
  readonly clients: readonly PartialConfig[];
}

/** From where to load a configuration. */
export interface LoadConfigOptions {
  /** The folder that is looked into. */
  readonly cwd: string;
  /** The file that was named, relative to `cwd`; it has to be there. */
  readonly path: string | undefined;
  /** Imports a module by its path. @default TypeScript and JavaScript, by tsx */
  readonly importModule?: (path: string) => Promise<unknown>;
}

/** The names that are looked for, the first one wins. */
export const CONFIG_FILES: readonly string[] = ['ts', 'mts', 'js', 'mjs', 'json'].map(
  (extension) => `trunkline.config.${extension}`,
);

/**
 * Loads the configuration that was named, or the one in the folder.
 *
 * @throws ConfigError when it is not there, cannot be loaded, or has mistakes.
 */
export async function loadConfig(options: LoadConfigOptions): Promise<LoadedConfig> {
  const { cwd, importModule = importWithTsx } = options;
  const path = findConfig(options);
  if (path === undefined) return { path, folder: cwd, clients: [{}] };
  const exported = path.endsWith('.json') ? await readJson(path) : await importConfig(path, importModule);
  return { path, folder: dirname(path), clients: toClients(exported, path) };
}

function findConfig({ cwd, path }: LoadConfigOptions): string | undefined {
  if (path === undefined) return CONFIG_FILES.map((name) => join(cwd, name)).find((name) => existsSync(name));
  const named = resolve(cwd, path);
  if (!existsSync(named)) throw new ConfigError(`There is no file ${named}, which the option --config names.`);
  return named;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(`${path} cannot be read as JSON: ${textOf(error)}`, { cause: error });
  }
}

async function importConfig(path: string, importModule: (path: string) => Promise<unknown>): Promise<unknown> {
  const module = await importModule(path).catch((error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new ConfigError(`${path} cannot be loaded: ${text}`, { cause: error });
  });
  const exported = defaultOf(module);
  if (exported !== undefined) return exported;
  throw new ConfigError(`${path} has no default export; write: export default defineConfig({ … }).`);
}

/** What a module exports as its default; CommonJS is wrapped once more. */
function defaultOf(module: unknown): unknown {
  if (typeof module !== 'object' || module === null || !('default' in module)) return undefined;
  const exported: unknown = module.default;
  const isWrapped = typeof exported === 'object' && exported !== null && '__esModule' in exported;
  return isWrapped ? defaultOf(exported) : exported;
}

function toClients(exported: unknown, path: string): readonly PartialConfig[] {
  if (!Array.isArray(exported)) return [checkConfig(exported, path)];
  if (exported.length === 0) throw new ConfigError(`${path} exports an empty list; give it one configuration or more.`);
  return exported.map((client, index) => checkConfig(client, `${path}, configuration ${index + 1},`));
}

async function importWithTsx(path: string): Promise<unknown> {
  // Only when it is needed: loading it takes longer than all else a command does before its work.
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(pathToFileURL(path).href, import.meta.url);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
