import type { Stats } from 'node:fs';
import { type FSWatcher, watch } from 'chokidar';
import { isSource, mayHoldSources } from './is-source.js';
import type { SourceChange } from './source-changes.js';

/** What a watcher is told. */
export interface SourceWatcherOptions {
  /** Folders of generated packages, which are left alone. */
  readonly outFolders: readonly string[];
  readonly onChange: (change: SourceChange) => void;
  /** Told when the system lets no more be watched, for example; the watcher goes on with what it has. */
  readonly onError: (error: unknown) => void;
}

/** Sees what happens to sources. */
export interface SourceWatcher {
  /**
   * Watches folders that are not watched yet. Settles when they are.
   *
   * @param since a file in them that changed at this time or later, in milliseconds since the epoch, counts as changed: nothing is
   *   lost between reading the files and watching them.
   */
  watch(folders: readonly string[], since: number): Promise<void>;
  close(): Promise<void>;
}

/** Watches through the events of the file system. */
export function createSourceWatcher(options: SourceWatcherOptions): SourceWatcher {
  return new ChokidarWatcher(options);
}

class ChokidarWatcher implements SourceWatcher {
  readonly #options: SourceWatcherOptions;
  readonly #watchers = new Map<string, FSWatcher>();

  constructor(options: SourceWatcherOptions) {
    this.#options = options;
  }

  async watch(folders: readonly string[], since: number): Promise<void> {
    const added = folders.filter((folder) => !this.#watchers.has(folder));
    await Promise.all(added.map((folder) => this.#open(folder, since)));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#watchers.values()].map((watcher) => watcher.close()));
  }

  #open(folder: string, since: number): Promise<void> {
    const { outFolders, onChange, onError } = this.#options;
    const watcher = watch(folder, {
      ignored: (path, stats) =>
        stats?.isFile() === true ? !isSource(path) : !mayHoldSources(path, { folder, outFolders }),
      alwaysStat: true,
    });
    this.#watchers.set(folder, watcher);
    let isReady = false;
    watcher.on('add', (path, stats) => {
      if (isReady) onChange({ kind: 'added', path });
      else if (isSince(stats, since)) onChange({ kind: 'changed', path });
    });
    watcher.on('change', (path) => onChange({ kind: 'changed', path }));
    watcher.on('unlink', (path) => onChange({ kind: 'removed', path }));
    watcher.on('error', onError);
    return new Promise((resolve) => {
      watcher.on('ready', () => {
        isReady = true;
        resolve();
      });
    });
  }
}

function isSince(stats: Stats | undefined, since: number): boolean {
  return stats !== undefined && stats.mtimeMs >= since;
}
