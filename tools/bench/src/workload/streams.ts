/** An event of the fast generator: about 80 bytes of JSON. */
export interface Quote {
  readonly sequence: number;
  readonly symbol: string;
  readonly bid: number;
  readonly ask: number;
  readonly at: number;
}

/** Counts what the generators handed over, which tells whether anybody held them back. */
export const yielded = { bytes: 0 };

/** Never waits for anything, as a generator over what is in memory already does. */
export async function* burst(count: number): AsyncGenerator<Quote, void> {
  for (let sequence = 0; sequence < count; sequence += 1) {
    yield { sequence, symbol: 'TRNK', bid: 101.25, ask: 101.5, at: 1_770_000_000_000 + sequence };
  }
}

export const bulkChunkBytes = 64 * 1024;

/** Yields texts of 64 KiB, each made anew so that none can be shared. */
export async function* bulk(count: number): AsyncGenerator<{ readonly text: string }, void> {
  for (let index = 0; index < count; index += 1) {
    yielded.bytes += bulkChunkBytes;
    yield { text: String(index % 10).repeat(bulkChunkBytes) };
  }
}

/** Says once that it runs, then has nothing to say until somebody ends it. */
export async function* idle(signal: AbortSignal | undefined): AsyncGenerator<'ready', void> {
  yield 'ready';
  await new Promise<void>((resolve) => {
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
