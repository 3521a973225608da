import { PayloadFailure } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import { LazySignal } from '../dispatch/lazy-signal.js';
import type { Subscription } from './subscription.js';
import type { SubscriptionHost } from './subscription-host.js';

/** What became of subscriptions whose right to go on was asked about. */
export interface Revalidation {
  readonly checkedCount: number;
  /** Those that were ended, because a middleware refused them. */
  readonly endedCount: number;
}

/**
 * Runs the middlewares of every subscription again, with the context that the connection has now. Until they have agreed
 * no event of it is sent; where they refuse, it ends with their error.
 */
export async function revalidateSubscriptions(
  subscriptions: readonly Subscription[],
  host: Pick<SubscriptionHost, 'runs' | 'errors' | 'request'>,
  session: Session,
): Promise<Revalidation> {
  const open = subscriptions.filter(({ isOpen }) => isOpen);
  const outcomes = await Promise.all(open.map((subscription) => mayGoOn(subscription, host, session)));
  return { checkedCount: open.length, endedCount: outcomes.filter((isKept) => !isKept).length };
}

async function mayGoOn(
  subscription: Subscription,
  { runs, errors, request }: Pick<SubscriptionHost, 'runs' | 'errors' | 'request'>,
  { codecs, context }: Session,
): Promise<boolean> {
  const { path, kind, call } = subscription;
  const input = codecs.input.decode(call.input);
  // It was read when the subscription began, so it can be read now.
  if (input instanceof PayloadFailure) return true;
  const { signal } = new LazySignal(subscription);
  const passing = runs.runMiddlewares({ path, kind, input, context, signal });
  // A procedure of a layout that we do not know: nobody but tRPC can run a part of it, and tRPC runs all of it.
  if (passing === undefined) return true;
  subscription.hold(true);
  try {
    await passing;
    return true;
  } catch (thrown) {
    subscription.forbid(errors.report(thrown, { path, kind, input, context }, request));
    return false;
  } finally {
    subscription.hold(false);
  }
}
