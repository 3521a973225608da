import { type Call, encodeReplayed, MAX_WHOLE_CHARACTERS } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import type { ReplySink } from '../connection/reply-sink.js';
import type { CallHost } from './call-host.js';

/** A call that has an output. */
export interface AnsweredCall {
  readonly host: Pick<CallHost, 'dialect' | 'outbox'>;
  readonly call: Pick<Call, 'id' | 'echoesJsonrpc'>;
  readonly session: Session;
  readonly sink: ReplySink;
  /** Whether the output was given before, to an earlier sending of the same call. */
  readonly isReplayed: boolean;
}

/**
 * Sends the output of a call: whole, or in pieces where it is long and the client takes pieces, so that small answers
 * need not wait behind it.
 *
 * @param text JSON text of the output; undefined when there is none.
 * @param onDone called once the call may be forgotten: whoever closes a connection in good order waits for it.
 */
export function sendAnswer(answered: AnsweredCall, text: string | undefined, onDone: () => void): void {
  const { host, call, session, sink, isReplayed } = answered;
  if (text !== undefined && text.length > MAX_WHOLE_CHARACTERS && session.takesParts && sink.isDirect === true) {
    return host.outbox.sendParts({ id: call.id, text, isReplayed, onDone });
  }
  sink.answer(isReplayed ? encodeReplayed(call.id, text) : host.dialect.answer(call, text));
  onDone();
}
