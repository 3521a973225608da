import { type GapReason, parseCursor, type Resumed } from '@trunkline/protocol';

/** What can be done for a subscriber that names a position. */
export interface ResumeDecision {
  readonly resumed: Resumed;
  /** The tracked id to hand to the procedure. */
  readonly lastEventId: string | undefined;
  /** Why events may be missing; undefined when none are. */
  readonly gap: GapReason | undefined;
}

/** A beginning that the procedure made anew, though a position was named. */
export const RESTARTED: ResumeDecision = { resumed: 'gap', lastEventId: undefined, gap: 'restarted' };

/**
 * Decides how a subscription begins. A position with a tracked id is the procedure's to resume from, as with tRPC; one
 * without names a run that ended with its connection, so what came in between is lost, and that is said.
 */
export function decideResume(after: string | undefined, lastEventId: string | undefined): ResumeDecision {
  if (after === undefined)
    return { resumed: lastEventId === undefined ? 'fresh' : 'recovered', lastEventId, gap: undefined };
  const cursor = parseCursor(after);
  if (cursor === undefined) return { resumed: 'gap', lastEventId: undefined, gap: 'invalid' };
  if (cursor.trackedId === undefined) return RESTARTED;
  return { resumed: 'recovered', lastEventId: cursor.trackedId, gap: undefined };
}
