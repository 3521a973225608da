import type { Logger } from './logger.js';
import type { CallNotice, ConnectionNotice, GapNotice, SubscriptionNotice } from './notices.js';

/**
 * Who is told what happens. A hook runs in the middle of the server's work, so it should be quick; one that throws or
 * rejects is reported and changes nothing. Where there is none, nothing is made for it.
 */
export interface ObservationOptions {
  /** Connections that open, are ready, close, or are refused. */
  readonly onConnection?: Hook<ConnectionNotice> | undefined;
  /** Each query, mutation and failed subscribe, once it is over. */
  readonly onCall?: Hook<CallNotice> | undefined;
  /** Subscriptions that open and end. */
  readonly onSubscription?: Hook<SubscriptionNotice> | undefined;
  /** Places where a client is told that events are missing. */
  readonly onGap?: Hook<GapNotice> | undefined;
  /** Where to write. @default nothing is written, but for errors that nobody is told of: those go to the console */
  readonly logger?: Logger | undefined;
}

/** A function that is told something. It may be async; nobody waits for it. */
export type Hook<Notice> = (notice: Notice) => unknown;
