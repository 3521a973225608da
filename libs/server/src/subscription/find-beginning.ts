import type { Call } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import { fingerprintOf } from '../idempotency/call-identity.js';
import type { EventRun } from './event-run.js';
import { type Beginning, type Continuation, decideResume } from './resume.js';
import type { SubscriptionHost } from './subscription-host.js';

/** How a subscribe begins: with a new run, or with one that is still here. */
export type Found =
  | { readonly run: undefined; readonly decision: Beginning }
  | { readonly run: EventRun; readonly decision: Continuation };

/** Looks for the run that a subscribe names, and decides what can be done with it. */
export function findBeginning(
  { runs, owner }: Pick<SubscriptionHost, 'runs' | 'owner'>,
  call: Call,
  { payload }: Pick<Session, 'payload'>,
): Found {
  let run: EventRun | undefined;
  const decision = decideResume(call.after, call.lastEventId, (cursor) => {
    run = runs.shelf.find(cursor.run);
    return run?.viewFor(fingerprintOf(owner, call, payload));
  });
  if (decision.kind === 'begin') return { run: undefined, decision };
  return run === undefined ? { run, decision: decision.otherwise } : { run, decision };
}
