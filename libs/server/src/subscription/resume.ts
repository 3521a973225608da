import { type Cursor, type GapReason, parseCursor, type Resumed } from '@trunkline/protocol';

/** A run as the decision sees it. */
export interface ResumableRun {
  /** Whether whoever asks is its owner, and asks for the same procedure and input. */
  readonly isOwn: boolean;
  /** The number of the last thing that it told. */
  readonly lastNumber: number;
  /** The number of the last thing that is no longer kept. */
  readonly releasedNumber: number;
  /** The number of its end; undefined while it goes on. */
  readonly endNumber: number | undefined;
}

/** What can be done for a subscriber that names a position. */
export type ResumeDecision = Beginning | Continuation;

/** The procedure runs. */
export interface Beginning {
  readonly kind: 'begin';
  readonly resumed: Resumed;
  /** The tracked id to hand to the procedure. */
  readonly lastEventId: string | undefined;
  /** Why events may be missing; undefined when none are. */
  readonly gap: GapReason | undefined;
}

/** The run that is still here goes on, behind the item with this number. */
export interface Continuation {
  readonly kind: 'continue';
  readonly position: number;
  /** What to do where that turns out impossible. */
  readonly otherwise: Beginning;
}

/** A beginning that the procedure made anew, though a position was named. */
export const RESTARTED: Beginning = { kind: 'begin', resumed: 'gap', lastEventId: undefined, gap: 'restarted' };

const INVALID: Beginning = { ...RESTARTED, gap: 'invalid' };

/**
 * Decides how a subscription begins. A run that is still here goes on where its client stood. If it is gone, a position
 * with a tracked id is the procedure's to resume from, as with tRPC; one without has lost what came in between, and that
 * is said.
 *
 * @param find looks for the run that a cursor names.
 */
export function decideResume(
  after: string | undefined,
  lastEventId: string | undefined,
  find: (cursor: Cursor) => ResumableRun | undefined,
): ResumeDecision {
  if (after === undefined) return beginAt(lastEventId, 'fresh', undefined);
  const cursor = parseCursor(after);
  if (cursor === undefined) return INVALID;
  const anew = beginAt(cursor.trackedId, 'gap', 'restarted');
  const run = find(cursor);
  if (run === undefined) return anew;
  if (!run.isOwn || cursor.number > run.lastNumber) return INVALID;
  // Who names the end itself has everything of the run, and asks for another.
  if (cursor.number === run.endNumber) return anew;
  // The procedure knows what is no longer kept here.
  if (cursor.number < run.releasedNumber && cursor.trackedId !== undefined) return anew;
  return { kind: 'continue', position: cursor.number, otherwise: anew };
}

function beginAt(lastEventId: string | undefined, resumed: Resumed, gap: GapReason | undefined): Beginning {
  if (lastEventId === undefined) return { kind: 'begin', resumed, lastEventId, gap };
  return { kind: 'begin', resumed: 'recovered', lastEventId, gap: undefined };
}
