import type { ProcedureRun } from '../router/procedure-run.js';
import type { RunShelf } from './run-shelf.js';

/** What all subscriptions of a server share. */
export interface RunService {
  /** The runs that clients may come back for. */
  readonly shelf: RunShelf;
  /** A random name for one life of a source of events. Who knows it may come back for it where its owner has no name. */
  nameRun(): string;
  /** Runs everything of a procedure but its resolver; undefined where that cannot be done for it. */
  runMiddlewares(run: ProcedureRun): Promise<void> | undefined;
  /** On whose account the runs of an owner are kept: its own where a principal is behind it, or that of the address. */
  peerOf(owner: string, address: string): string;
}
