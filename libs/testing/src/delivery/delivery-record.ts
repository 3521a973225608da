/** Everything that a run published, showed and did: what `checkDelivery` judges. */
export interface DeliveryRecord {
  readonly streams: readonly PublishedStream[];
  readonly observations: readonly StreamObservation[];
  readonly calls: readonly ObservedCall[];
  readonly effects: readonly Effect[];
  readonly queries?: readonly ObservedQuery[] | undefined;
}

/** The events of one stream. They are numbered without holes, in the order in which they were published. */
export interface PublishedStream {
  readonly name: string;
  /** The number of the first event. */
  readonly first: number;
  /** The number of the last event; one less than `first` when there was none. */
  readonly last: number;
}

/** What one subscription of one client saw, in order. */
export interface StreamObservation {
  readonly client: string;
  /** The `name` of a stream. */
  readonly stream: string;
  /** The number that must come first. @default any: a live stream begins where it stands */
  readonly startsAt?: number | undefined;
  /** Whether a run that begins anew, after a gap that says so, sends events again. @default false: the stream only goes forward */
  readonly beginsAnew?: boolean | undefined;
  /** Whether the last event of the stream must have been seen by the end. @default true */
  readonly mustReachLast?: boolean | undefined;
  /** Whether events may be merged into later ones, because the reader or the procedure asked for that. @default false */
  readonly mayConflate?: boolean | undefined;
  /** Whether it may end with an error. @default false */
  readonly mayFail?: boolean | undefined;
  readonly items: readonly ObservedItem[];
}

/** One thing that a subscription told its reader. */
export type ObservedItem =
  /** An event. `conflated` counts events that were merged into this one on purpose, which is no loss. */
  | { readonly type: 'event'; readonly number: number; readonly conflated?: number | undefined }
  | { readonly type: 'gap'; readonly reason: string; readonly dropped?: number | undefined }
  /** The server began to serve it, at first or again; a word of `resumed` that promises nothing counts as `fresh`. */
  | { readonly type: 'live'; readonly resumed: string }
  | { readonly type: 'interrupted' }
  /** It ended by itself; `code` is that of the error, undefined when the procedure was done. */
  | { readonly type: 'ended'; readonly code?: string | undefined };

/** A mutation as its caller saw it. Several calls may share a key: then they are one mutation. */
export interface ObservedCall {
  readonly client: string;
  readonly key: string;
  readonly outcome: ObservedOutcome;
}

/** A query as its caller saw it, and what it has to be answered. */
export interface ObservedQuery {
  readonly client: string;
  readonly name: string;
  readonly expected: unknown;
  readonly outcome: ObservedOutcome;
}

/** What a caller was told. */
export type ObservedOutcome =
  /** The answer of the procedure; where both it and the effect have an `answer`, they must be the same. */
  | { readonly type: 'answered'; readonly answer?: unknown; readonly isReplayed?: boolean | undefined }
  /** An error, and what it says of the effect: there is none, there is one, or nobody knows. */
  | { readonly type: 'failed'; readonly code: string; readonly effect: 'none' | 'done' | 'unknown' }
  /** Nothing by the end of the run. */
  | { readonly type: 'pending' };

/** One run of a mutation that had its effect. */
export interface Effect {
  readonly key: string;
  readonly answer?: unknown;
}
