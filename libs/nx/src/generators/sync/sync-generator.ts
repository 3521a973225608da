import { dirname, join, relative, resolve } from 'node:path';
import { globAsync, type Tree } from '@nx/devkit';
import type { FileChange, Generator } from '@trunkline/codegen';
import { type ClientSettings, loadClients } from '../../config/load-clients.js';
import { CONFIG_GLOB } from '../../plugin/config-glob.js';
import { SyncMemory } from './sync-memory.js';

/** What Nx does with the answer of a sync generator: it shows the message, or says nothing where there is none. */
export interface SyncResult {
  readonly outOfSyncMessage?: string;
}

const MEMORY_PATH = '.nx/workspace-data/trunkline-sync.json';

/**
 * Brings every generated client of the workspace up to date, in the tree: Nx asks before it writes, and fails where it may not.
 *
 * @throws Error where a router cannot be read, or has a type that no client could have.
 */
export async function syncGenerator(tree: Tree): Promise<SyncResult> {
  const memory = new SyncMemory(join(tree.root, MEMORY_PATH));
  const messages: string[] = [];
  for (const configFile of await globAsync(tree, [CONFIG_GLOB])) {
    const folder = join(tree.root, dirname(configFile));
    for (const settings of await loadClients(join(tree.root, configFile))) {
      const outFolder = resolve(folder, settings.out);
      if (memory.isFresh(outFolder)) continue;
      const changes = await syncClient(tree, settings, folder, memory);
      if (changes.length > 0) messages.push(describe(relative(tree.root, outFolder), settings.router, changes));
    }
  }
  return messages.length === 0 ? {} : { outOfSyncMessage: messages.join('\n') };
}

async function syncClient(
  tree: Tree,
  settings: ClientSettings,
  folder: string,
  memory: SyncMemory,
): Promise<readonly FileChange[]> {
  // Loaded only where a client may be stale, because it brings a compiler.
  const { compareFolder, describeProblem, Generator: GeneratorClass } = await import('@trunkline/codegen');
  const generator: Generator = new GeneratorClass(settings, { cwd: folder });
  try {
    const { files, problems } = await generator.generate();
    if (problems.length > 0) {
      throw new Error(
        `${settings.router} has types that no client could have:\n${problems.map(describeProblem).join('\n')}`,
      );
    }
    const { outFolder } = generator;
    const changes = await compareFolder(outFolder, files, { mayLackCompiled: true });
    if (changes.length === 0) memory.remember(outFolder, generator.sourceFolders());
    for (const change of changes) write(tree, join(relative(tree.root, outFolder), change.path), change);
    return changes;
  } finally {
    generator.close();
  }
}

function write(tree: Tree, path: string, change: FileChange): void {
  if (change.kind === 'removed') tree.delete(path);
  else tree.write(path, change.after);
}

function describe(outFolder: string, router: string, changes: readonly FileChange[]): string {
  const files = changes.length === 1 ? '1 file differs' : `${changes.length} files differ`;
  return `The client in ${outFolder} is stale: ${files} from what ${router} comes to.`;
}
