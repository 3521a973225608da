import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type CreateNodes, type CreateNodesResult, createNodesFromFiles, type ProjectConfiguration } from '@nx/devkit';
import { loadClients } from '../config/load-clients.js';
import { CONFIG_GLOB } from './config-glob.js';
import { findProject } from './find-project.js';
import { inferTargets } from './infer-targets.js';
import { settleOptions, type TrunklinePluginOptions } from './plugin-options.js';

/** Gives each project with a configuration the targets to generate, check, compare and watch its client. */
export const createNodesV2: CreateNodes<TrunklinePluginOptions> = [
  CONFIG_GLOB,
  (configFiles, options, context) =>
    createNodesFromFiles(
      (configFile, given) => createNode(configFile, given, context.workspaceRoot),
      configFiles,
      options,
      context,
    ),
];

async function createNode(
  configFile: string,
  options: TrunklinePluginOptions | undefined,
  workspaceRoot: string,
): Promise<CreateNodesResult> {
  const projectRoot = dirname(configFile);
  const folder = join(workspaceRoot, projectRoot);
  // Elsewhere, such as in a template, it configures nothing.
  if (!['project.json', 'package.json'].some((name) => existsSync(join(folder, name)))) return {};
  const clients = await loadClients(join(workspaceRoot, configFile));
  const targets = inferTargets({
    projectRoot,
    configName: basename(configFile),
    outs: clients.map(({ out }) => out),
    names: settleOptions(options),
  });
  const own = findProject(join(folder, 'package.json'), workspaceRoot);
  const routers = clients
    .map(({ router }) => findProject(resolve(folder, router.slice(0, router.lastIndexOf('#'))), workspaceRoot))
    .filter((name) => name !== undefined && name !== own);
  const project: Omit<ProjectConfiguration, 'root'> = {
    targets: { ...targets },
    implicitDependencies: [...new Set(routers)].filter((name) => name !== undefined),
  };
  return { projects: { [projectRoot]: project } };
}
