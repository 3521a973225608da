import { cruise, type ICruiseResult } from 'dependency-cruiser';
import type { Project } from '../workspace/project.js';
import { createImportRules } from './rules.js';

/** Reads all imports of all projects, types included, and judges them by the rules. */
export async function cruiseWorkspace(workspaceRoot: string, projects: readonly Project[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    projects.map(({ root }) => root),
    {
      baseDir: workspaceRoot,
      ruleSet: { forbidden: createImportRules(projects) },
      validate: true,
      // Imports of types are imports: a layer that knows another's types knows the other.
      tsPreCompilationDeps: true,
      doNotFollow: 'node_modules',
      exclude: String.raw`^(libs|apps|tools)/[^/]+/(dist|coverage|public)/`,
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['@trunkline/source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts'],
      extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser was asked for an object and gave a text.');
  return output;
}
