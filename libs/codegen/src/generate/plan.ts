import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseRouterAddress } from '../reader/schema/import/router-address.js';
import type { GenerateSettings } from './generate-settings.js';

/** Settings with their paths made absolute and their gaps filled from what is on disk. */
export interface GeneratePlan {
  readonly settings: GenerateSettings;
  readonly routerPath: string;
  readonly exportName: string;
  /** The configurations to which the router's file may belong, the likeliest first. */
  readonly tsconfigPaths: readonly string[];
  readonly outFolder: string;
  readonly packageName: string;
}

/**
 * Settles what settings leave open.
 *
 * @param cwd the folder that paths are relative to.
 * @throws TypeError where the router's address is incomplete, or its file or a TypeScript configuration is not there.
 */
export function planGeneration(settings: GenerateSettings, cwd: string): GeneratePlan {
  const { routerPath: relativePath, exportName } = parseRouterAddress(settings.router);
  const givenPath = resolve(cwd, relativePath);
  if (!existsSync(givenPath)) {
    throw new TypeError(`There is no file ${givenPath}, where the option router ("${settings.router}") looks for it.`);
  }
  // As compilers name files.
  const routerPath = realpathSync(givenPath);
  const outFolder = resolve(cwd, settings.out);
  return {
    settings,
    routerPath,
    exportName,
    tsconfigPaths: settings.tsconfig === undefined ? findConfigs(routerPath) : [givenConfig(settings.tsconfig, cwd)],
    outFolder,
    packageName: settings.packageName ?? nameOfPackage(outFolder) ?? basename(outFolder),
  };
}

function givenConfig(tsconfig: string, cwd: string): string {
  const path = resolve(cwd, tsconfig);
  if (existsSync(path)) return path;
  throw new TypeError(`There is no file ${path}, which the option tsconfig ("${tsconfig}") names.`);
}

// A `tsconfig.json` often only refers to these, as Nx lays projects out.
const CONFIG_NAMES = ['tsconfig.json', 'tsconfig.lib.json', 'tsconfig.app.json'];

function findConfigs(routerPath: string): readonly string[] {
  for (let folder = dirname(routerPath); ; folder = dirname(folder)) {
    const found = CONFIG_NAMES.map((name) => join(folder, name)).filter((path) => existsSync(path));
    if (found.length > 0) return found;
    if (folder === dirname(folder)) break;
  }
  throw new TypeError(`There is no tsconfig.json above ${routerPath}; name the project's with the option tsconfig.`);
}

function nameOfPackage(outFolder: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(outFolder, 'package.json'), 'utf8'));
    const name: unknown = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'name') : undefined;
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch {
    // Not there yet, or its owner's to repair.
    return undefined;
  }
}
