import type { IForbiddenRuleType } from 'dependency-cruiser';
import type { Project } from '../workspace/project.js';
import { testOrConfigurationPattern } from '../workspace/source-file.js';
import { mayImport } from './layers.js';

const anyProject = '^(libs|apps|tools)/[^/]+/';

/** A rule with a name, by which a finding is told, and a comment, which is the remedy that the finding shows. */
export type ImportRule = IForbiddenRuleType & { readonly name: string; readonly comment: string };

/** The rules for imports, in dependency-cruiser's words. */
export function createImportRules(projects: readonly Project[]): ImportRule[] {
  return [...generalRules, ...roomRules, ...createLayerRules(projects)];
}

const generalRules: ImportRule[] = [
  {
    name: 'no-cycle',
    comment: 'Move what both need into a file of its own, or hand it in as a parameter.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolved-import',
    comment: 'Correct the path, or add the package to the package.json of the project.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-relative-escape',
    comment: 'Import another project by its package name, so that its package.json says what is public.',
    severity: 'error',
    from: { path: '^((?:libs|apps|tools)/[^/]+)/' },
    to: { dependencyTypes: ['local'], pathNot: String.raw`^$1/|^jest\.preset\.js$` },
  },
];

// ARCHITECTURE.md, "Absent on purpose", 1 and 2.
const roomRules: ImportRule[] = [
  {
    name: 'trpc-in-its-rooms',
    comment: 'Only server/router, client/trpc and codegen/reader import tRPC; client/proxy may import its types.',
    severity: 'error',
    from: {
      path: '^libs/',
      pathNot: `^libs/server/src/router/|^libs/client/src/(trpc|proxy)/|^libs/codegen/src/reader/|${testOrConfigurationPattern}`,
    },
    to: { path: '(^|/)node_modules/@trpc/' },
  },
  {
    name: 'trpc-types-in-proxy',
    comment: 'client/proxy imports tRPC with `import type` only, so that no byte of it reaches a browser.',
    severity: 'error',
    from: { path: '^libs/client/src/proxy/', pathNot: testOrConfigurationPattern },
    to: { path: '(^|/)node_modules/@trpc/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'ws-in-sockets',
    comment: "Only a library's sockets/ names a socket library; ask its port instead.",
    severity: 'error',
    from: { path: '^libs/', pathNot: `^libs/[^/]+/src/sockets/|${testOrConfigurationPattern}` },
    to: { path: '(^|/)node_modules/(@types/)?ws/' },
  },
  {
    name: 'no-zod-near-the-client',
    comment: 'The client counts bytes: decode by hand, as libs/protocol does.',
    severity: 'error',
    from: { path: '^libs/(protocol|client)/', pathNot: testOrConfigurationPattern },
    to: { path: '(^|/)node_modules/zod/' },
  },
];

function createLayerRules(projects: readonly Project[]): ImportRule[] {
  return projects.map(({ root, layer }) => {
    const allowedLayers = (layer === undefined ? undefined : mayImport[layer]) ?? [];
    const allowedRoots = projects
      .filter((other) => allowedLayers.includes(other.layer ?? ''))
      .map((other) => other.root);
    return {
      // The project makes the name unique, so that a finding leads to its own remedy.
      name: `layers:${root}`,
      comment: `${root} (layer ${layer}) may import: ${allowedRoots.join(', ') || 'no other project'}. See ARCHITECTURE.md, "Layers".`,
      severity: 'error',
      from: { path: `^${root}/`, pathNot: testOrConfigurationPattern },
      to: { path: anyProject, pathNot: [root, ...allowedRoots].map((allowed) => `^${allowed}/`) },
    };
  });
}
