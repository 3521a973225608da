/** A promise that a run broke. `sentence` says it for people. */
export type DeliveryViolation = EventViolation | MutationViolation;

/** What can be wrong with the events of one subscription. */
export interface EventViolation {
  readonly kind: EventViolationKind;
  readonly client: string;
  readonly stream: string;
  /** Where: the index in the observation's items; their count when the end is meant. */
  readonly at: number;
  readonly sentence: string;
}

export type EventViolationKind =
  /** Events are missing, and no gap says so. */
  | 'lost'
  /** Events are missing behind `resumed: "recovered"`, which promises that none is. */
  | 'falsely-recovered'
  /** An event came a second time. */
  | 'doubled'
  /** An event came behind a later one. */
  | 'out-of-order'
  /** An event that nobody published. */
  | 'phantom'
  /** `resumed: "gap"` was said, and an event came without the gap. */
  | 'gap-not-told'
  /** A gap counts other than what is missing. */
  | 'gap-miscounted'
  /** Events were merged where nobody asked for it. */
  | 'conflated-unasked'
  /** An event counts others as merged into it than those that are missing before it. */
  | 'conflation-miscounted'
  /** Something came behind the end. */
  | 'after-end'
  /** The subscription ended with an error, and was not expected to. */
  | 'failed'
  /** The procedure was said to be done before its last event. */
  | 'ended-early'
  /** The last event was not seen by the end of the run. */
  | 'stalled'
  /** The stream was never published. */
  | 'unknown-stream';

/** What can be wrong with one mutation, or with one query. */
export interface MutationViolation {
  readonly kind: MutationViolationKind;
  /** The key of the mutation, or the name of the query. */
  readonly key: string;
  readonly client?: string;
  readonly sentence: string;
}

export type MutationViolationKind =
  /** The effect happened more than once. */
  | 'ran-twice'
  /** An effect that nobody called for. */
  | 'phantom-effect'
  /** The caller has an answer, and the effect never happened. */
  | 'answered-without-effect'
  /** The caller has another answer than the right one. */
  | 'wrong-answer'
  /** The caller was told that nothing happened, and it did. */
  | 'effect-denied'
  /** The caller was told that it happened, and it did not. */
  | 'effect-claimed'
  /** The caller was told nothing. */
  | 'unanswered';
