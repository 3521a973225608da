import { relative } from 'node:path';
import { writeChanges } from '@trunkline/codegen';
import type { Terminal } from '../../../terminal/terminal.js';
import { type ClientGenerator, makeClient } from '../client-outcome.js';
import { nameFolder, reportUnmade, warn } from '../client-run.js';
import { count, printDuration, printFailure } from '../print-outcome.js';
import { changedFilesOf, type SourceChanges } from './source-changes.js';
import { createSourceWatcher, type SourceWatcher } from './source-watcher.js';
import { WatchSession } from './watch-session.js';

/** What a watch of one client works with. */
export interface ClientWatchOptions {
  readonly generator: ClientGenerator;
  readonly terminal: Terminal;
  /** The folders of all clients that are generated, none of which is a source. */
  readonly outFolders: readonly string[];
}

/** Keeps one client up to date with its router, and says what was done each time. */
export class ClientWatch {
  readonly #generator: ClientGenerator;
  readonly #terminal: Terminal;
  readonly #session: WatchSession;
  readonly #watcher: SourceWatcher;

  constructor({ generator, terminal, outFolders }: ClientWatchOptions) {
    this.#generator = generator;
    this.#terminal = terminal;
    this.#session = new WatchSession({ clock: terminal.clock, generate: (changes) => this.#generate(changes) });
    this.#watcher = createSourceWatcher({
      outFolders,
      onChange: (change) => this.#session.tell(change),
      onError: (error) => terminal.stderr.write(printFailure(error)),
    });
  }

  /** Generates once, whatever is there, and then watches. Settles when it does. */
  async start(): Promise<void> {
    await this.#generate(undefined);
    const folders = this.#generator.sourceFolders().map((folder) => relative(this.#terminal.cwd, folder) || '.');
    this.#terminal.stdout.write(`Watching ${folders.join(', ')} for ${this.#name()}.\n`);
  }

  /** Settles when nothing is written any more. */
  async close(): Promise<void> {
    await this.#watcher.close();
    await this.#session.close();
  }

  async #generate(changes: SourceChanges | undefined): Promise<void> {
    const { clock, stderr } = this.#terminal;
    const startedAt = clock.now();
    try {
      const changedFiles = changes === undefined ? undefined : changedFilesOf(changes);
      const outcome = await makeClient(this.#generator, { changedFiles });
      if (outcome.name === 'made') {
        warn(outcome.warnings, this.#terminal);
        await writeChanges(this.#generator.outFolder, outcome.changes);
        const paths = outcome.changes.map(({ path }) => path);
        this.#tellWritten(changes, paths, clock.now() - startedAt);
      } else {
        reportUnmade(outcome, this.#terminal);
      }
      // A router that grew may have sources in folders that were none before.
      await this.#watcher.watch(this.#generator.sourceFolders(), startedAt);
    } catch (error) {
      // Files that cannot be written, for example: whoever watches repairs that and saves again.
      stderr.write(printFailure(error));
    }
  }

  #tellWritten(changes: SourceChanges | undefined, paths: readonly string[], durationMs: number): void {
    const cause = changes === undefined ? '' : `${this.#nameChanges(changes)}: `;
    const what = paths.length === 0 ? 'nothing to write' : `${count(paths.length, 'file')} written`;
    this.#terminal.stdout.write(`${cause}${what} in ${this.#name()}, ${printDuration(durationMs)}${listOf(paths)}.\n`);
  }

  #nameChanges(changes: SourceChanges): string {
    const [first] = changes;
    if (first === undefined) return '';
    const [path, kind] = first;
    const more = changes.size === 1 ? '' : ` and ${count(changes.size - 1, 'other file')}`;
    return `${relative(this.#terminal.cwd, path)} ${kind}${more}`;
  }

  #name(): string {
    return nameFolder(this.#generator, this.#terminal);
  }
}

/** How many files are named; of what is compiled the sources tell. */
const MAX_NAMED_COUNT = 4;

function listOf(paths: readonly string[]): string {
  const sources = paths.filter((path) => !path.startsWith('dist/'));
  const names = sources.slice(0, MAX_NAMED_COUNT);
  if (names.length === 0) return '';
  return ` (${names.join(', ')}${sources.length > names.length ? ', …' : ''})`;
}
