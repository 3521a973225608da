import type { ICruiseResult } from 'dependency-cruiser';
import type { Manifest, Project } from '../workspace/project.js';
import { isTestOrConfiguration } from '../workspace/source-file.js';

/** An import of a package that the importing project's package.json does not declare. */
export interface UndeclaredImport {
  readonly file: string;
  readonly specifier: string;
  readonly packageName: string;
  readonly project: Project;
}

/**
 * Finds imports that work only because some other project installed the package. Nx knows the graph from package.json alone,
 * so such an import is also an edge that the cache does not see. Specs may use the root's devDependencies as well.
 */
export function findUndeclaredImports(
  modules: ICruiseResult['modules'],
  projects: readonly Project[],
  root: Manifest,
): readonly UndeclaredImport[] {
  return modules.flatMap(({ source, dependencies }) => {
    const project = projects.find((candidate) => source.startsWith(`${candidate.root}/`));
    if (project === undefined) return [];
    const declared = listDeclared(project.manifest, isTestOrConfiguration(source) ? root : undefined);
    return dependencies
      .filter(({ module, dependencyTypes }) => isBare(module) && !dependencyTypes.includes('core'))
      .map(({ module }) => ({ file: source, specifier: module, packageName: toPackageName(module), project }))
      .filter(({ packageName }) => !declared.has(packageName));
  });
}

function listDeclared({ name, dependencies, devDependencies }: Manifest, root: Manifest | undefined): Set<string> {
  const own = name === undefined ? dependencies : [name, ...dependencies];
  return new Set(root === undefined ? own : [...own, ...devDependencies, ...root.devDependencies]);
}

function isBare(specifier: string): boolean {
  return !specifier.startsWith('.') && !specifier.startsWith('/') && !specifier.startsWith('#');
}

function toPackageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
