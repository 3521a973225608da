import { posix } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';
import type { TrunklinePluginOptions } from './plugin-options.js';

/** What targets are inferred from. */
export interface InferredFrom {
  /** The project's folder, from the workspace's root, with `/`. */
  readonly projectRoot: string;
  /** The configuration's name in it. */
  readonly configName: string;
  /** The folders of the generated packages, relative to the project. */
  readonly outs: readonly string[];
  readonly names: Required<TrunklinePluginOptions>;
}

/** What generating writes into a folder. What its owner may write beside it is no output. */
const GENERATED = ['src', 'dist', 'docs', 'python', 'contract.json', 'compatibility.json', 'generated.json'];

/** The targets of a project with a configuration. */
export function inferTargets(from: InferredFrom): Readonly<Record<string, TargetConfiguration>> {
  const { names, projectRoot } = from;
  const inputs = inputsOf(from);
  const generated = from.outs.flatMap((out) => GENERATED.map((name) => pathOf(projectRoot, out, name)));
  const run = (command: string): Pick<TargetConfiguration, 'command' | 'options'> => ({
    command,
    options: { cwd: projectRoot },
  });
  return {
    [names.generateTargetName]: {
      ...run('trunkline generate'),
      cache: true,
      inputs,
      outputs: generated,
      metadata: { technologies: ['trunkline'], description: 'Make the typed client from its router.' },
    },
    [names.checkTargetName]: {
      ...run('trunkline generate --check'),
      cache: true,
      inputs: [...inputs, '{projectRoot}/**/*'],
      metadata: { technologies: ['trunkline'], description: 'Fail when the typed client is stale.' },
    },
    // What it compares with is not among the files of the workspace, so nothing of it is cached.
    [names.breakingTargetName]: {
      ...run('trunkline breaking'),
      metadata: { technologies: ['trunkline'], description: 'Find what breaks clients that are deployed.' },
    },
    [names.watchTargetName]: {
      ...run('trunkline generate --watch'),
      continuous: true,
      metadata: { technologies: ['trunkline'], description: 'Make the typed client whenever its router changes.' },
    },
  };
}

function inputsOf({ configName }: InferredFrom): NonNullable<TargetConfiguration['inputs']> {
  return [
    `{projectRoot}/${configName}`,
    // The router's project is an implicit dependency.
    '^default',
    // An external dependency would do where there is a lock file that names it, which Nx otherwise refuses.
    { runtime: `node -p "require('@trunkline/codegen/package.json').version"` },
  ];
}

function pathOf(projectRoot: string, out: string, name: string): string {
  const path = posix.join(projectRoot, out, name);
  return path.startsWith(`${projectRoot}/`)
    ? `{projectRoot}/${path.slice(projectRoot.length + 1)}`
    : `{workspaceRoot}/${path}`;
}
