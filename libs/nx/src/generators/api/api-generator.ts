import {
  addDependenciesToPackageJson,
  type GeneratorCallback,
  readJson,
  readNxJson,
  type Tree,
  updateJson,
  updateNxJson,
} from '@nx/devkit';
import { apiFiles } from './api-files.js';
import { type ApiOptions, type ApiPlan, planApi } from './api-options.js';
import { DEPENDENCIES, DEV_DEPENDENCIES } from './dependencies.js';

/**
 * Adds a router library, a server application and a generated client library to a workspace.
 *
 * @throws Error where one of their folders is not empty.
 */
export async function apiGenerator(tree: Tree, options: ApiOptions): Promise<GeneratorCallback> {
  const plan = planApi(options, readJson<{ name?: string }>(tree, 'package.json').name);
  refuseTaken(tree, plan);
  for (const [path, text] of Object.entries(apiFiles(plan))) tree.write(path, text);
  addWorkspaces(tree, plan);
  addPlugin(tree);
  const install = addDependenciesToPackageJson(tree, { ...DEPENDENCIES }, { ...DEV_DEPENDENCIES });
  return options.skipInstall === true ? () => undefined : install;
}

function refuseTaken(tree: Tree, { router, server, client }: ApiPlan): void {
  for (const [folder, option] of [
    [router, 'routerDirectory'],
    [server, 'serverDirectory'],
    [client, 'clientDirectory'],
  ] as const) {
    if (tree.children(folder).length === 0) continue;
    throw new Error(`The folder ${folder} is not empty; choose another with --${option}, or another name.`);
  }
}

/** npm links the projects to each other by these. */
function addWorkspaces(tree: Tree, { router, server, client }: ApiPlan): void {
  updateJson<{ workspaces?: string[] }, object>(tree, 'package.json', (manifest) => {
    const known = manifest.workspaces ?? [];
    const missing = [router, server, client].filter(
      (folder) => !known.some((pattern) => pattern === folder || pattern === folder.replace(/[^/]+$/u, '*')),
    );
    return { ...manifest, workspaces: [...known, ...missing] };
  });
}

function addPlugin(tree: Tree): void {
  const nxJson = readNxJson(tree) ?? {};
  const plugins = nxJson.plugins ?? [];
  const isThere = plugins.some((plugin) => (typeof plugin === 'string' ? plugin : plugin.plugin) === '@trunkline/nx');
  const globalGenerators = new Set([...(nxJson.sync?.globalGenerators ?? []), '@trunkline/nx:sync']);
  updateNxJson(tree, {
    ...nxJson,
    plugins: isThere ? plugins : [...plugins, '@trunkline/nx'],
    sync: { ...nxJson.sync, globalGenerators: [...globalGenerators] },
  });
}
