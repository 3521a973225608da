import type { ChangeHub, ChangeTopic } from './change-hub.js';

export type LogToFollow<Entry extends { readonly id: number }> = {
  readonly changes: ChangeHub;
  readonly topic: ChangeTopic;
  /** The oldest entries with an id above `id`, in order, at most `limit`. */
  readonly readAfter: (id: number, limit: number) => readonly Entry[];
  /** The id of the last entry that is not wanted any more. */
  readonly after: number;
  readonly signal: AbortSignal | undefined;
  /** How many entries are in memory at a time. @default 100 */
  readonly pageSize?: number;
};

/**
 * Yields what the log holds after a position, then whatever is appended, until the signal aborts. Watching begins before
 * the first reading and entries come from the log alone, so none is lost in between and none comes twice; a consumer that
 * is slow makes the log be read later, and nothing waits for it in memory but one page.
 */
export async function* followLog<Entry extends { readonly id: number }>(
  log: LogToFollow<Entry>,
): AsyncGenerator<Entry, void, undefined> {
  const pageSize = log.pageSize ?? 100;
  const watch = log.changes.watch(log.topic, log.signal);
  let position = log.after;
  try {
    do {
      for (let page = log.readAfter(position, pageSize); page.length > 0; page = log.readAfter(position, pageSize)) {
        for (const entry of page) {
          if (log.signal?.aborted) return;
          position = entry.id;
          yield entry;
        }
      }
    } while (await watch.changed());
  } finally {
    watch.close();
  }
}
