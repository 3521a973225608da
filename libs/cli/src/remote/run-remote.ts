import { TrunklineError } from '@trunkline/client';
import { suggestName } from '../config/suggest-name.js';
import type { Terminal } from '../terminal/terminal.js';
import { ConnectionNotices } from './connection-notices.js';
import { describeFailure } from './describe-failure.js';
import { type OpenedRemote, openRemote, type RemoteWish } from './open-remote.js';
import type { RemoteTarget } from './remote-target.js';

/** One use of a server by a command. */
export interface RemoteUse {
  readonly target: RemoteTarget;
  readonly wish: RemoteWish;
  /** The procedure; undefined when there is none. */
  readonly path?: string;
  readonly hasInput: boolean;
  readonly signal: AbortSignal;
}

/**
 * Connects, lets the command do its work and leaves, whatever happens. A failure of the server or the connection is told on stderr and
 * in the exit code.
 */
export async function runRemote(
  use: RemoteUse,
  terminal: Terminal,
  work: (remote: OpenedRemote) => Promise<void>,
): Promise<void> {
  let remote: OpenedRemote | undefined;
  try {
    remote = await openRemote(use.target, use.wish, use.signal);
    const notices = new ConnectionNotices(terminal.stderr);
    remote.client.onStateChange((state) => notices.stateChanged(state));
    await work(remote);
  } catch (thrown) {
    if (!(thrown instanceof TrunklineError)) throw thrown;
    tell(thrown, use, remote, terminal);
  } finally {
    await remote?.client.close();
  }
}

function tell(error: TrunklineError, use: RemoteUse, remote: OpenedRemote | undefined, terminal: Terminal): void {
  const { text, exitCode } = describeFailure(error, {
    isStock: use.target.isStock,
    hasSuperjson: remote?.hasSuperjson ?? use.wish.hasSuperjson ?? false,
    isTransformerKnown: remote?.isTransformerKnown ?? use.wish.hasSuperjson !== undefined,
    hasInput: use.hasInput,
    similarPath: similarPath(use.path, remote),
  });
  terminal.setExitCode(exitCode);
  // Who pressed Ctrl-C knows that it was interrupted.
  if (!use.signal.aborted) terminal.stderr.write(text);
}

function similarPath(path: string | undefined, remote: OpenedRemote | undefined): string | undefined {
  const known = remote?.list?.procedures.map((procedure) => procedure.path) ?? [];
  return path === undefined || known.includes(path) ? undefined : suggestName(path, known);
}
