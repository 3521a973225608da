import type { Call } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import { fingerprintOf } from '../idempotency/call-identity.js';
import type { DescribesCall } from '../observation/call-info.js';
import { EventRun } from './event-run.js';
import type { FlowRule } from './flow-rule.js';
import type { KeepLimits, KeptEvents } from './kept-events.js';
import type { ResumeLimits } from './run-shelf.js';
import type { SubscriptionHost } from './subscription-host.js';
import type { SubscriptionPolicy } from './subscription-policy.js';

/** Makes the run of a subscribe, as its procedure declares it and, for a client that can come back, so that it is kept. */
export function createRun(host: SubscriptionHost, call: Call, session: Session, caller: DescribesCall): EventRun {
  const policy = host.policiesOf(call.path).subscription ?? NO_POLICY;
  const limits = decideKeepLimits(policy, host.runs.shelf.limits);
  // A stock client has no cursors to come back with.
  const isKept = limits !== undefined && host.dialect.name === 'native';
  const make = (kept: KeptEvents | undefined): EventRun =>
    new EventRun({
      name: host.runs.nameRun(),
      path: call.path,
      owner: host.owner,
      fingerprint: isKept ? fingerprintOf(host.owner, call, session.payload) : '',
      context: session.context,
      request: host.request,
      codec: session.codecs.output,
      clock: host.clock,
      errors: host.errors,
      flow: decideFlow(policy, host.maxQueuedEvents),
      kept,
      caller,
    });
  return isKept ? host.runs.shelf.create(host.runs.peerOf(host.owner, host.address), limits, make) : make(undefined);
}

/** How much is kept under a policy; undefined for nothing. */
export function decideKeepLimits({ keep }: SubscriptionPolicy, defaults: ResumeLimits): KeepLimits | undefined {
  if (keep === false) return undefined;
  const { events, bytes, ms } = defaults;
  return { events: keep?.events ?? events, bytes: keep?.bytes ?? bytes, ms: keep?.ms ?? ms };
}

function decideFlow({ overflow, maxRate }: SubscriptionPolicy, maxQueuedEvents: number): FlowRule {
  return { overflow: overflow ?? 'pause', maxRate, maxQueuedEvents };
}

const NO_POLICY: SubscriptionPolicy = {};
