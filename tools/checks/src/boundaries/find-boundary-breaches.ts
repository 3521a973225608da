import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IViolation } from 'dependency-cruiser';
import type { Finding } from '../workspace/finding.js';
import { type Project, readManifest, readProjects } from '../workspace/project.js';
import { cruiseWorkspace } from './cruise-workspace.js';
import { mayImport } from './layers.js';
import { createImportRules } from './rules.js';
import { findUndeclaredImports } from './undeclared-imports.js';

/** Checks every import of the workspace: layers, rooms, cycles, relative escapes, undeclared packages. */
export async function findBoundaryBreaches(workspaceRoot: string): Promise<readonly Finding[]> {
  const projects = readProjects(workspaceRoot);
  const { modules, summary } = await cruiseWorkspace(workspaceRoot, projects);
  const undeclared = findUndeclaredImports(modules, projects, readManifest(join(workspaceRoot, 'package.json')));
  const remedies = new Map(createImportRules(projects).map(({ name, comment }) => [name, comment]));
  return [
    ...findUnknownLayers(projects),
    ...summary.violations.map((violation) => describeViolation(workspaceRoot, violation, remedies)),
    ...undeclared.map(({ file, specifier, packageName, project }) => ({
      rule: 'declared-imports',
      file,
      line: findLine(workspaceRoot, file, specifier),
      problem: `imports ${packageName}, which ${project.root}/package.json does not declare.`,
      remedy: `Add it to the dependencies there; what only specs need may be in devDependencies, there or in the root's.`,
    })),
  ];
}

function findUnknownLayers(projects: readonly Project[]): readonly Finding[] {
  return projects
    .filter(({ layer }) => layer === undefined || mayImport[layer] === undefined)
    .map(({ root, layer }) => ({
      rule: 'layers',
      file: `${root}/project.json`,
      line: 1,
      problem: layer === undefined ? 'has no layer: tag.' : `has the tag layer:${layer}, which is no layer.`,
      remedy: `Tag it with one of: ${Object.keys(mayImport).join(', ')}; a new one goes into tools/checks/src/boundaries/layers.ts.`,
    }));
}

function describeViolation(
  workspaceRoot: string,
  { from, to, unresolvedTo, rule, cycle }: IViolation,
  remedies: ReadonlyMap<string, string>,
): Finding {
  return {
    rule: rule.name.replace(/:.*/, ''),
    file: from,
    line: findLine(workspaceRoot, from, unresolvedTo ?? to),
    problem:
      cycle === undefined ? `imports ${to}.` : `imports itself by way of ${cycle.map(({ name }) => name).join(' → ')}.`,
    remedy: remedies.get(rule.name) ?? '',
  };
}

function findLine(workspaceRoot: string, file: string, specifier: string): number {
  const lines = readFileSync(join(workspaceRoot, file), 'utf8').split('\n');
  const index = lines.findIndex((line) =>
    [`'${specifier}'`, `"${specifier}"`, `'node:${specifier}'`].some((quoted) => line.includes(quoted)),
  );
  return index + 1 || 1;
}
