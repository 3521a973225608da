import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * The name of the project that a file belongs to: that of the nearest folder with a `project.json` or a `package.json` below
 * the workspace's root; undefined where there is none.
 *
 * @param path absolute.
 */
export function findProject(path: string, workspaceRoot: string): string | undefined {
  for (let folder = dirname(path); relative(workspaceRoot, folder) !== ''; folder = dirname(folder)) {
    if (relative(workspaceRoot, folder).startsWith('..')) return undefined;
    for (const name of ['project.json', 'package.json']) {
      const projectName = nameIn(join(folder, name));
      if (projectName !== undefined) return projectName;
    }
  }
  return undefined;
}

function nameIn(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : undefined;
  return typeof name === 'string' ? name : undefined;
}
