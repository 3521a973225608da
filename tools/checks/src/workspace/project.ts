import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from './record.js';

/** A folder of libs, apps or tools that Nx knows as a project. */
export interface Project {
  /** The path from the workspace's root, such as `libs/client`. */
  readonly root: string;
  /** The value of its `layer:` tag, or undefined when it has none. */
  readonly layer: string | undefined;
  /** Its package.json; an empty one when it has none. */
  readonly manifest: Manifest;
}

export interface Manifest {
  readonly name: string | undefined;
  /** Packages that its published or running code may import. */
  readonly dependencies: readonly string[];
  /** Packages for its specs and settings only. */
  readonly devDependencies: readonly string[];
  /** Entry points: from the subpath, such as `.` or `./trpc`, to the source file, for those that name one. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Reads all projects below `libs`, `apps` and `tools`. */
export function readProjects(workspaceRoot: string): readonly Project[] {
  return ['libs', 'apps', 'tools'].flatMap((folder) => {
    const path = join(workspaceRoot, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .toSorted((left, right) => left.localeCompare(right))
      .filter((name) => existsSync(join(path, name, 'project.json')))
      .map((name) => ({
        root: `${folder}/${name}`,
        layer: readLayer(join(path, name, 'project.json')),
        manifest: readManifest(join(path, name, 'package.json')),
      }));
  });
}

/** Reads what a package.json declares. */
export function readManifest(path: string): Manifest {
  const manifest = existsSync(path) ? readJson(path) : {};
  const names = (key: string): string[] => Object.keys(asRecord(manifest[key]));
  return {
    name: typeof manifest['name'] === 'string' ? manifest['name'] : undefined,
    dependencies: [...names('dependencies'), ...names('peerDependencies'), ...names('optionalDependencies')],
    devDependencies: names('devDependencies'),
    sources: readSources(asRecord(manifest['exports'])),
  };
}

function readSources(exportsField: Record<string, unknown>): Record<string, string> {
  const sources: Record<string, string> = {};
  for (const [subpath, conditions] of Object.entries(exportsField)) {
    const source = asRecord(conditions)['@trunkline/source'];
    if (typeof source === 'string') sources[subpath] = source;
  }
  return sources;
}

function readLayer(path: string): string | undefined {
  const tags = readJson(path)['tags'];
  const layers = (Array.isArray(tags) ? tags : []).filter(
    (tag): tag is string => typeof tag === 'string' && tag.startsWith('layer:'),
  );
  return layers[0]?.slice('layer:'.length);
}

function readJson(path: string): Record<string, unknown> {
  return asRecord(JSON.parse(readFileSync(path, 'utf8')));
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
