import type { Call } from '@trunkline/protocol';
import { Subscription } from '../subscription/subscription.js';
import { createCall, FakeHost, type FakeHostOptions } from './fake-host.spec-support.js';

/** What a subscription says natively at its beginning and its end. */
export const SUBSCRIBED = '{"id":1,"result":{"subscription":7,"cursor":"run.0","resumed":"fresh"}}';
export const END = '{"method":"rpc.end","params":{"subscription":7}}';

/** What it says at the end of its procedure. */
export const endAt = (number: number) => `{"method":"rpc.end","params":{"subscription":7,"cursor":"run.${number}"}}`;

/** What it says for an event. */
export const next = (number: number, data: unknown) =>
  `{"method":"rpc.next","params":{"subscription":7,"cursor":"run.${number}","data":${JSON.stringify(data)}}}`;

/** A subscription with the number 7, whose procedure gives the output. */
export function setUpSubscription(output: () => unknown, call: Partial<Call> = {}, options: FakeHostOptions = {}) {
  const host = new FakeHost({ run: () => new Promise((resolve) => resolve(output())), ...options });
  const subscription = new Subscription(host, createCall({ path: 'ticks', ...call }), 7, host.session, host.sink);
  host.subscriptions.add(subscription);
  return { host, subscription };
}
