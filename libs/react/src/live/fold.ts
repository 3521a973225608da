import type { Gap } from '@trunkline/client';

/** Gathers the events of one subscription into what is shown. */
export interface Folding<TEvent, TValue> {
  add(event: TEvent): void;
  /** Events are missing here. */
  gap?(gap: Gap): void;
  /** What has been gathered. Not changed afterwards: the next one is another object. */
  read(): TValue;
}

/** Begins a folding, anew for each subscription. */
export type Fold<TEvent, TValue> = () => Folding<TEvent, TValue>;

/** The newest event; undefined before there is one. */
export function latest<TEvent>(): Fold<TEvent, TEvent | undefined> {
  return () => {
    let newest: TEvent | undefined;
    return {
      add: (event) => {
        newest = event;
      },
      read: () => newest,
    };
  };
}

/**
 * The newest events in the order in which they came.
 *
 * @param size how many, at most.
 */
export function windowOf<TEvent>(size: number): Fold<TEvent, readonly TEvent[]> {
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new RangeError(`windowOf(${size}): the size must be a whole number of 1 or more.`);
  }
  return () => {
    const events: TEvent[] = [];
    return {
      add: (event) => {
        events.push(event);
        // Cut once in a while: to shift at every event would move the whole window each time.
        if (events.length >= 2 * size) events.splice(0, events.length - size);
      },
      read: () => events.slice(-size),
    };
  };
}

/** What a table does with an event beside putting it in its row. */
export interface TableOptions<TEvent> {
  /** Whether the event takes its row away. @default never */
  readonly isRemoved?: ((event: TEvent) => boolean) | undefined;
  /** Rows kept at most; the row that changed longest ago goes first. @default 10000 */
  readonly maxRows?: number | undefined;
  /** What becomes of the rows when events are missing: some may be of yesterday. @default 'keep' */
  readonly onGap?: 'keep' | 'clear' | undefined;
}

/**
 * The newest event of each key, as a `Map` in the order in which the keys first came.
 *
 * @param keyOf the key of an event's row.
 */
export function tableBy<TEvent, TKey extends string | number>(
  keyOf: (event: TEvent) => TKey,
  { isRemoved, maxRows = 10_000, onGap = 'keep' }: TableOptions<TEvent> = {},
): Fold<TEvent, ReadonlyMap<TKey, TEvent>> {
  return () => {
    const rows = new Map<TKey, TEvent>();
    /** Every row's key, the one that changed longest ago first. */
    const byAge = new Set<TKey>();
    return {
      add: (event) => {
        const key = keyOf(event);
        byAge.delete(key);
        if (isRemoved?.(event) === true) return void rows.delete(key);
        rows.set(key, event);
        byAge.add(key);
        if (rows.size <= maxRows) return;
        for (const oldest of byAge) {
          byAge.delete(oldest);
          rows.delete(oldest);
          break;
        }
      },
      gap: () => {
        if (onGap === 'keep') return;
        rows.clear();
        byAge.clear();
      },
      read: () => new Map(rows),
    };
  };
}
