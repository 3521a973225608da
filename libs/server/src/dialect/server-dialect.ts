import type {
  Call,
  ClientFrame,
  ErrorKey,
  GapReason,
  Hello,
  Limits,
  PayloadForm,
  Resumed,
  Welcome,
} from '@trunkline/protocol';
import type { ErrorReport } from '../router/error-report.js';
import type { RouterCodecs } from '../router/router-codecs.js';

/** The part of a call that its replies need. */
export type ReplyTo = Pick<Call, 'id' | 'echoesJsonrpc'>;

/** A subscription as its messages need to know it: stock clients know it by its call, native ones by its number. */
export interface SubscriptionName {
  readonly call: ReplyTo;
  readonly number: number;
}

/** An event, ready to be laid into an envelope. */
export interface EncodedEvent {
  /** JSON text; undefined when there is nothing to send. */
  readonly data: string | undefined;
  readonly cursor: string;
  /** The id that the procedure gave with `tracked()`. */
  readonly trackedId: string | undefined;
  /** How many events were merged into this one. */
  readonly conflated: number;
}

/**
 * What differs between the two protocols that one server speaks: how frames are read, and how replies are written.
 * A method that gives undefined has nothing to say in its dialect.
 */
export interface ServerDialect {
  readonly name: 'native' | 'stock';
  /** Whether a reply to several requests in one array is itself one array (JSON-RPC 2.0, section 6). */
  readonly answersBatchesTogether: boolean;
  /** Whether the id of a running query or mutation may not be used again, because it can be cancelled by it. */
  readonly hasUniqueCallIds: boolean;
  /** Whether the client learns of events that were dropped; if not, a subscription that drops one has to end. */
  readonly tellsGaps: boolean;

  /** Whether the client is told ahead when to open its next connection; one that is not is told when it is time. */
  readonly tellsMovesAhead: boolean;
  /** Closes a connection of a server that stops, once every call that runs is answered. */
  readonly stoppedCode: number;

  decode(text: string, limits: Limits): ClientFrame;
  /** Reads a frame of a client that has not said yet who it is. */
  decodeGreeting(text: string, limits: Limits): ClientFrame;

  welcome(hello: Hello, welcome: Welcome): string | undefined;
  pong(id: ReplyTo['id'] | null): string;
  /** The answer to credentials that were found good. */
  authenticated(request: ReplyTo, expiresInMs: number | undefined): string;
  /** Warns that the credentials end after so many milliseconds. */
  expiring(inMs: number): string | undefined;
  /** The answer to whoever asks what there is. @param document JSON text of an OpenRPC document. */
  discovered(request: ReplyTo, document: string): string;
  answer(call: ReplyTo, output: string | undefined): string;
  failure(call: ReplyTo | null, report: ErrorReport, codecs: RouterCodecs, payload: PayloadForm): string;
  subscribed(name: SubscriptionName, cursor: string, resumed: Resumed): string;
  next(name: SubscriptionName, event: EncodedEvent): string;
  gap(name: SubscriptionName, reason: GapReason, dropped: number | undefined, cursor: string): string | undefined;
  /** Asks the client to open another connection after so many milliseconds, and to be gone from this one by the deadline. */
  move(reconnectAfterMs: number, deadlineMs: number): string;
  /** The messages that end a subscription. */
  ended(
    name: SubscriptionName,
    report: ErrorReport | undefined,
    codecs: RouterCodecs,
    payload: PayloadForm,
    cursor?: string,
  ): string[];
  /** The answer to an unsubscribe: the last that is heard of the subscription. */
  unsubscribed(name: SubscriptionName, unsubscribe: ReplyTo): string;
  /** Closes a connection whose context failed. */
  readonly contextFailureCode: (key: ErrorKey) => number | undefined;
}
